using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sems.Simulator.WeChat.Api;
using Sems.Simulator.WeChat.Control;

namespace Sems.Simulator.WeChat.Page;

/// <summary>The page with the phone, and what only it asks.</summary>
public sealed class PageRoutes(WechatStandIn standIn)
{
    /// <summary>Cookies of the account's server by which it knows a phone: another person's phone has others.</summary>
    private static readonly string[] PhoneCookies = ["sems_student", "sems_openid"];

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["phone.css"] = "text/css; charset=utf-8",
        ["phone.js"] = "text/javascript; charset=utf-8",
        ["words.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    };

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Results.Text(PageFile.Text("phone.html"), "text/html; charset=utf-8"));
        routes.MapGet("/page/{name}", (string name) => Kinds.TryGetValue(name, out var kind) ? Results.Text(PageFile.Text(name), kind) : Results.NotFound());
        routes.MapGet("/stand-in/state", (string? openid, long? after) => State(openid, after ?? 0));
        routes.MapPost("/stand-in/choose", context => ControlRoutes.WithBodyAsync<ChooseBody>(context, body => Choose(context, body)));
        MapBike<PlugInBody>(routes, "plug-in", (bike, body, gone) => bike.PlugInAsync(body.Size, body.Percent, gone));
        MapBike<NoBody>(routes, "overload", (bike, _, gone) => bike.OverloadAsync(gone));
        MapBike<NoBody>(routes, "unplug", (bike, _, gone) => bike.UnplugAsync(gone));
    }

    private IResult State(string? openid, long after) => ControlRoutes.Write(new
    {
        gateway = standIn.Gateway,
        users = standIn.Users.All,
        menu = standIn.Menu.Menu,
        bike = standIn.Bike?.State,
        faults = standIn.Faults.All,
        messages = openid is null ? [] : standIn.Chat.After(openid, after),
        last = standIn.Chat.Last,
    });

    private IResult Choose(HttpContext context, ChooseBody body)
    {
        if (standIn.Users.Find(body.Openid) is not { } user) return ControlRoutes.Refuse(StatusCodes.Status404NotFound, "nobody has that openid");
        var cookies = context.Response.Cookies;
        if (context.Request.Cookies[AuthorizePage.Chosen] != user.Openid)
            foreach (var name in PhoneCookies)
                cookies.Delete(name);
        cookies.Append(AuthorizePage.Chosen, user.Openid, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
        return ControlRoutes.Write(user);
    }

    private void MapBike<T>(IEndpointRouteBuilder routes, string what, Func<IBikeControls, T, CancellationToken, Task<BikeState>> act)
    {
        routes.MapPost("/stand-in/bike/" + what, HandleAsync);

        Task HandleAsync(HttpContext context) => ControlRoutes.WithBodyAsync<T>(context, async body =>
        {
            if (standIn.Bike is not { } bike) return ControlRoutes.Refuse(StatusCodes.Status404NotFound, "there is no bike: the demo has one");
            try
            {
                return ControlRoutes.Write(await act(bike, body, context.RequestAborted).ConfigureAwait(false));
            }
            catch (BikeRefusedException e)
            {
                return ControlRoutes.Refuse(StatusCodes.Status409Conflict, e.Message);
            }
        });
    }
}
