using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sems.Simulator.WeChat.Callback;
using Sems.Simulator.WeChat.Chat;
using Sems.Simulator.WeChat.Page;

namespace Sems.Simulator.WeChat.Api;

/// <summary>
/// The script that WeChat's browser gives to an account's pages, and what the script asks. It asks by scripts, not by requests: those are
/// all that a page's own rules let it have from here.
/// </summary>
public sealed class ScriptRoutes(WechatAccount account, UserBook users, TokenBook tokens)
{
    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/open/js/{name}", (string name) =>
            name.StartsWith("jweixin-1.", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal) ? Script(PageFile.Text("jweixin.js")) : Results.NotFound());
        routes.MapGet("/open/js/stand-in/config", (HttpRequest request) => Call(request, new JsonObject { ["errMsg"] = Check(request.Query) }));
        routes.MapGet("/open/js/stand-in/place", (HttpRequest request) => Call(request, Place(request)));
    }

    /// <summary>What WeChat's browser says of a page's signature.</summary>
    public string Check(IQueryCollection query)
    {
        if (query["app_id"] != account.AppId) return "config:fail, invalid appid";
        var (nonce, timestamp, url) = (query["nonce"].ToString(), query["timestamp"].ToString(), query["url"].ToString());
        var page = url.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? url[..hash] : url;
        var good = tokens.Tickets().Any(t => CallbackSignature.OfPage(t, nonce, timestamp, page) == query["signature"]);
        return good ? "config:ok" : "config:fail, invalid signature";
    }

    private JsonObject Place(HttpRequest request)
    {
        var user = users.Find(request.Cookies[AuthorizePage.Chosen]) ?? users.All[0];
        return new JsonObject { ["latitude"] = user.Latitude, ["longitude"] = user.Longitude, ["speed"] = 0, ["accuracy"] = 40, ["errMsg"] = "getLocation:ok" };
    }

    private static IResult Call(HttpRequest request, JsonObject argument)
    {
        var name = request.Query["callback"].ToString();
        return name.Length is > 0 and < 60 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? Script($"{name}({argument.ToJsonString(JsonSerializerOptions.Default)});")
            : Results.BadRequest();
    }

    private static IResult Script(string text) => Results.Text(text, "text/javascript; charset=utf-8");
}
