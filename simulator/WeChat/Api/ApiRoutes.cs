using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Sems.Simulator.WeChat.Api;

/// <summary>The calls that an account's server makes to api.weixin.qq.com.</summary>
public sealed class ApiRoutes(WechatAccount account, TokenBook tokens, CodeBook codes, TemplateDesk templates, MenuDesk menu)
{
    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/cgi-bin/token", (HttpRequest request) => Token(request));
        routes.Map("/cgi-bin/stable_token", StableTokenAsync);
        routes.Map("/cgi-bin/message/template/send", request => PostAsync(request, body =>
        {
            var (errcode, msgid, detail) = templates.Send(body);
            return errcode == 0 ? Done(("msgid", msgid)) : WechatReply.ErrorBody(errcode, detail);
        }));
        routes.Map("/cgi-bin/menu/create", request => PostAsync(request, body => WechatReply.ErrorBody(menu.Create(body))));
        routes.Map("/cgi-bin/ticket/getticket", (HttpRequest request) => Ticket(request));
        routes.Map("/sns/oauth2/access_token", (HttpRequest request) => SignIn(request));
    }

    private IResult Token(HttpRequest request)
    {
        var query = request.Query;
        if (query["grant_type"] != "client_credential") return WechatReply.Error(40002);
        if (Refusal(query["appid"], query["secret"]) is { } refusal) return WechatReply.Error(refusal);
        return Issued(tokens.Plain());
    }

    private async Task StableTokenAsync(HttpContext context)
    {
        var reply = await StableTokenReplyAsync(context.Request).ConfigureAwait(false);
        await reply.ExecuteAsync(context).ConfigureAwait(false);
    }

    private async Task<IResult> StableTokenReplyAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method)) return WechatReply.Error(43002);
        if (await WechatReply.ReadAsync(request).ConfigureAwait(false) is not { } body) return WechatReply.Error(47001);
        if (body.Text("grant_type") != "client_credential") return WechatReply.Error(40002);
        if (Refusal(body.Text("appid"), body.Text("secret")) is { } refusal) return WechatReply.Error(refusal);
        return Issued(tokens.Stable(body.TryGetProperty("force_refresh", out var force) && force.ValueKind == System.Text.Json.JsonValueKind.True));
    }

    private async Task PostAsync(HttpContext context, Func<System.Text.Json.JsonElement, JsonObject> answer)
    {
        var body = await ReplyAsync().ConfigureAwait(false);
        await WechatReply.Json(body).ExecuteAsync(context).ConfigureAwait(false);

        async Task<JsonObject> ReplyAsync()
        {
            if (!HttpMethods.IsPost(context.Request.Method)) return WechatReply.ErrorBody(43002);
            if (tokens.Check(context.Request.Query["access_token"]) is var errcode && errcode != 0) return WechatReply.ErrorBody(errcode);
            return await WechatReply.ReadAsync(context.Request).ConfigureAwait(false) is { } json ? answer(json) : WechatReply.ErrorBody(47001);
        }
    }

    private IResult Ticket(HttpRequest request)
    {
        if (tokens.Check(request.Query["access_token"]) is var errcode && errcode != 0) return WechatReply.Error(errcode);
        if (request.Query["type"] != "jsapi") return WechatReply.Error(40097);
        var (ticket, seconds) = tokens.Ticket();
        return WechatReply.Json(Done(("ticket", ticket), ("expires_in", seconds)));
    }

    private IResult SignIn(HttpRequest request)
    {
        var query = request.Query;
        if (query["grant_type"] != "authorization_code") return WechatReply.Error(40002);
        if (Refusal(query["appid"], query["secret"]) is { } refusal) return WechatReply.Error(refusal);
        if (query["code"].ToString() is not { Length: > 0 } code) return WechatReply.Error(41008);
        var (errcode, openid, scope) = codes.Take(code);
        if (errcode != 0) return WechatReply.Error(errcode);
        var (token, seconds) = (Guid.NewGuid().ToString("N"), 7200);
        return WechatReply.Json(new JsonObject
        {
            ["access_token"] = token,
            ["expires_in"] = seconds,
            ["refresh_token"] = Guid.NewGuid().ToString("N"),
            ["openid"] = openid,
            ["scope"] = scope,
        });
    }

    private int? Refusal(string? appId, string? secret) => (appId, secret) switch
    {
        (null or "", _) => 41002,
        (_, null or "") => 41004,
        _ when appId != account.AppId => 40013,
        _ when secret != account.AppSecret => 40125,
        _ => null,
    };

    private static IResult Issued((string Token, int Seconds) issued) =>
        WechatReply.Json(new JsonObject { ["access_token"] = issued.Token, ["expires_in"] = issued.Seconds });

    private static JsonObject Done(params (string Name, JsonNode Value)[] more)
    {
        var body = WechatReply.ErrorBody(0);
        foreach (var (name, value) in more) body[name] = value;
        return body;
    }
}
