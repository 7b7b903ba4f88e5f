using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Sems.Simulator.WeChat.Chat;
using Sems.Simulator.WeChat.Page;

namespace Sems.Simulator.WeChat.Api;

/// <summary>The page of open.weixin.qq.com that tells an account's pages who somebody is. It asks which of the made-up users one is.</summary>
public sealed class AuthorizePage(WechatAccount account, UserBook users, CodeBook codes)
{
    /// <summary>The cookie in which the page of the phone keeps whose phone it is.</summary>
    public const string Chosen = "wechat_stand_in_user";

    /// <summary>Adds it.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/connect/oauth2/authorize", Answer);

    private IResult Answer(HttpRequest request)
    {
        var query = request.Query;
        if (query["appid"] != account.AppId) return Refuse("AppID 参数错误");
        if (query["response_type"] != "code") return Refuse("response_type 参数错误");
        if (query["scope"].ToString() is not ("snsapi_base" or "snsapi_userinfo")) return Refuse("Scope 参数错误或没有 Scope 权限");
        if (!Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var target) || target.Scheme is not ("http" or "https")) return Refuse("redirect_uri 参数错误");

        if (query["as"].ToString() is { Length: > 0 } given) return users.Find(given) is { } user ? GoOn(user, target, query) : Refuse("没有这个用户");
        if (users.Find(request.Cookies[Chosen]) is { } known) return GoOn(known, target, query);
        return Choose(request);
    }

    private IResult GoOn(WechatUser user, Uri target, IQueryCollection query)
    {
        var parameters = new Dictionary<string, string?> { ["code"] = codes.Issue(user.Openid, query["scope"].ToString()), ["state"] = query["state"] };
        return Results.Redirect(QueryHelpers.AddQueryString(target.AbsoluteUri, parameters));
    }

    private IResult Choose(HttpRequest request)
    {
        var here = request.Path + request.QueryString.ToUriComponent();
        var links = string.Concat(users.All.Select(u =>
            $"""<a href="{WebUtility.HtmlEncode(QueryHelpers.AddQueryString(here, "as", u.Openid))}"><b>{WebUtility.HtmlEncode(u.Name)}</b><small>{WebUtility.HtmlEncode(u.Openid)}</small></a>"""));
        return Results.Content(PageFile.Text("authorize.html").Replace("{{users}}", links, StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    private static IResult Refuse(string words) => Results.Content(
        PageFile.Text("authorize.html").Replace("{{users}}", $"<p class=\"refused\">{WebUtility.HtmlEncode(words)}</p>", StringComparison.Ordinal),
        "text/html; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
}
