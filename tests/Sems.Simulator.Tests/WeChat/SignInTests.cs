using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Sems.Simulator.Tests.Support;
using Sems.Simulator.WeChat;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>Sign-in by redirect.</summary>
public sealed class SignInTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_code_tells_once_who_it_is()
    {
        await using var wechat = await Wechat.StartAsync();
        var query = await RedirectAsync(wechat, wechat.User.Openid);
        Assert.Equal(("s t", "1"), (query["state"].ToString(), query["keep"].ToString()));
        var reply = await ExchangeAsync(wechat, query["code"]!);
        Assert.Equal((wechat.User.Openid, "snsapi_base", 7200), ((string)reply["openid"]!, (string)reply["scope"]!, (int)reply["expires_in"]!));
        Assert.Equal(40163, (int)(await ExchangeAsync(wechat, query["code"]!))["errcode"]!);
    }

    [Fact]
    public async Task A_code_ends_after_five_minutes()
    {
        await using var wechat = await Wechat.StartAsync(new WechatStandInOptions { Time = _time });
        var query = await RedirectAsync(wechat, wechat.User.Openid);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(42003, (int)(await ExchangeAsync(wechat, query["code"]!))["errcode"]!);
    }

    [Fact]
    public async Task Without_a_choice_it_asks_and_with_one_it_does_not()
    {
        await using var wechat = await Wechat.StartAsync();
        var page = await wechat.Http.GetStringAsync(Path(wechat));
        Assert.All(wechat.StandIn.Users.All, u => Assert.Contains("as=" + u.Openid, page, StringComparison.Ordinal));

        using var choice = await wechat.Http.PostAsync("stand-in/choose", new StringContent($$"""{"openid":"{{wechat.StandIn.Users.All[2].Openid}}"}"""));
        var cookies = choice.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, c => c.StartsWith("sems_student=;", StringComparison.Ordinal));
        var chosen = cookies.Single(c => c.StartsWith("wechat_stand_in_user=", StringComparison.Ordinal)).Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(wechat)) { Headers = { { "Cookie", chosen } } };
        using var response = await wechat.Http.SendAsync(request);
        var reply = await ExchangeAsync(wechat, QueryHelpers.ParseQuery(response.Headers.Location!.Query)["code"]!);
        Assert.Equal(wechat.StandIn.Users.All[2].Openid, (string)reply["openid"]!);
    }

    [Theory]
    [InlineData("appid=wx0&response_type=code&scope=snsapi_base&redirect_uri=http%3A%2F%2Fa%2F")]
    [InlineData("appid=APPID&response_type=token&scope=snsapi_base&redirect_uri=http%3A%2F%2Fa%2F")]
    [InlineData("appid=APPID&response_type=code&scope=all&redirect_uri=http%3A%2F%2Fa%2F")]
    [InlineData("appid=APPID&response_type=code&scope=snsapi_base&redirect_uri=%2Fwechat")]
    [InlineData("appid=APPID&response_type=code&scope=snsapi_base&redirect_uri=http%3A%2F%2Fa%2F&as=nobody")]
    public async Task Wrong_parameters_get_nobody_anywhere(string query)
    {
        await using var wechat = await Wechat.StartAsync();
        using var response = await wechat.Http.GetAsync("connect/oauth2/authorize?" + query.Replace("APPID", wechat.Account.AppId, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static string Path(Wechat wechat, string more = "") =>
        $"connect/oauth2/authorize?appid={wechat.Account.AppId}&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback%3Fkeep%3D1&response_type=code&scope=snsapi_base&state=s%20t{more}";

    private static async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>> RedirectAsync(Wechat wechat, string openid)
    {
        using var response = await wechat.Http.GetAsync(Path(wechat, "&as=" + openid));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return QueryHelpers.ParseQuery(response.Headers.Location!.Query);
    }

    private static Task<System.Text.Json.Nodes.JsonObject> ExchangeAsync(Wechat wechat, string code) => wechat.GetAsync(
        $"sns/oauth2/access_token?appid={wechat.Account.AppId}&secret={wechat.Account.AppSecret}&code={code}&grant_type=authorization_code");
}
