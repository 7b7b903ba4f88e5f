using System.Net;
using System.Text.Json;
using Sems.Gateway.WeChat;
using Sems.Simulator.WeChat.Api;

namespace Sems.Gateway.Tests.WeChat;

/// <summary>Signing in by WeChat: who has bound it is signed in, who has not comes to the page for it, and nobody else gets anywhere.</summary>
public sealed class OAuthTests
{
    [Theory]
    [InlineData("/wechat/", "/wechat/")]
    [InlineData("/wechat/bills/7?from=push", "/wechat/bills/7?from=push")]
    [InlineData("https://evil.example/wechat/", "/wechat/")]
    public async Task Who_has_bound_it_is_signed_in_and_goes_on_to_the_page(string to, string page)
    {
        await using var campus = await WechatCampus.StartAsync();
        using var phone = new Phone(campus);
        Assert.Equal(page, await phone.SignInAsync(to, campus.Openid));
        var session = await phone.SessionAsync();
        Assert.Equal("""{"student_number":"1030412535","user_name":"jack","by":"wechat"}""", session.GetProperty("user").GetRawText());
        Assert.Equal("""{"configured":true,"openid_known":false,"login":true}""", session.GetProperty("wechat").GetRawText());
        await campus.Student.UnbindWechat("admin");
        await Waiting.UntilAsync("the sign-in ends with the binding", async () => (await phone.SessionAsync()).GetProperty("user").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Who_has_not_comes_to_the_page_for_it_with_the_openid_proven()
    {
        await using var campus = await WechatCampus.StartAsync(bound: false);
        using var phone = new Phone(campus);
        Assert.Equal("/wechat/bind?to=%2Fwechat%2Fbills%2F7", await phone.SignInAsync("/wechat/bills/7", campus.Openid));
        var session = await phone.SessionAsync();
        Assert.Equal((JsonValueKind.Null, true), (session.GetProperty("user").ValueKind, session.GetProperty("wechat").GetProperty("openid_known").GetBoolean()));
    }

    [Fact]
    public async Task A_state_that_is_missing_somebody_elses_changed_or_used_gets_nowhere()
    {
        await using var campus = await WechatCampus.StartAsync();
        using var phone = new Phone(campus);
        using var other = new Phone(campus);
        var back = await phone.LeaveAsync("/wechat/", campus.Openid);
        Assert.Equal("/wechat/sign-in?fault=state", await other.ReturnAsync(back)); // it never set out
        await other.LeaveAsync("/wechat/", campus.Openid);
        Assert.Equal("/wechat/sign-in?fault=state", await other.ReturnAsync(back)); // it set out with another word
        Assert.Equal("/wechat/sign-in?fault=state", await phone.ReturnAsync(back.Split("&state")[0]));
        back = await phone.LeaveAsync("/wechat/", campus.Openid);
        var kept = phone.Cookie(OAuthState.Cookie);
        Assert.Equal("/wechat/", await phone.ReturnAsync(back));
        Assert.Equal("/wechat/sign-in?fault=state", await phone.ReturnAsync(back)); // the cookie is gone
        phone.Keep(kept);
        Assert.Equal("/wechat/sign-in?fault=state", await phone.ReturnAsync(back)); // and a copy of it no good
        Assert.Equal(1, campus.StandIn.Calls.Of("/sns/oauth2/access_token").Count);
        Assert.Equal(JsonValueKind.Null, (await other.SessionAsync()).GetProperty("user").ValueKind);
    }

    [Fact]
    public async Task A_code_that_is_used_or_made_up_or_none_is_told_apart_from_a_WeChat_that_fails()
    {
        await using var campus = await WechatCampus.StartAsync();
        using var phone = new Phone(campus);
        var used = await phone.LeaveAsync("/wechat/", campus.Openid);
        await phone.ReturnAsync(used);
        var fresh = await phone.LeaveAsync("/wechat/spending", campus.Openid);
        Assert.Equal("/wechat/sign-in?fault=code&to=%2Fwechat%2Fspending", await phone.ReturnAsync(Phone.With(fresh, "code", Phone.Of(used, "code"))));
        Assert.Equal("/wechat/sign-in?fault=code", await ReturnAsync("code", "made-up"));
        Assert.Equal("/wechat/sign-in?fault=code", await ReturnAsync("code", new string('x', 300)));
        Assert.Equal("/wechat/sign-in?fault=denied", await ReturnAsync("code", ""));
        campus.StandIn.Faults.Add(new Fault { Path = "/sns/oauth2/access_token", Status = 502 });
        Assert.Equal("/wechat/sign-in?fault=wechat", await phone.SignInAsync("/wechat/", campus.Openid));

        async Task<string> ReturnAsync(string name, string value) => await phone.ReturnAsync(Phone.With(await phone.LeaveAsync("/wechat/", campus.Openid), name, value));
    }

    [Fact]
    public async Task Without_an_account_it_says_so()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = gateway.Client.Http.BaseAddress };
        Assert.Equal("/wechat/sign-in?fault=unconfigured&to=%2Fwechat%2Fme", (await http.GetAsync("/wechat/oauth?to=/wechat/me")).Headers.Location!.OriginalString);
        Assert.Equal("/wechat/sign-in?fault=unconfigured", (await http.GetAsync("/wechat/oauth/callback?code=1&state=2")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/wechat/bills/7?from=push#top", true)]
    [InlineData("/wechat/?to=https://evil.example", true)]
    [InlineData("/wechat", false)]
    [InlineData("/wechatx/", false)]
    [InlineData("/admin/", false)]
    [InlineData("//evil.example/wechat/", false)]
    [InlineData("/wechat//evil.example", false)]
    [InlineData("/wechat/../admin/", false)]
    [InlineData("/wechat/%2e%2e/admin/", false)]
    [InlineData("/wechat/\\evil.example", false)]
    [InlineData("/wechat/\r\nSet-Cookie: a=b", false)]
    [InlineData("/wechat/oauth?to=/wechat/", false)]
    [InlineData("/wechat/callback", false)]
    [InlineData("/wechat/账单", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_pages_below_wechat_are_gone_on_to(string? to, bool good) => Assert.Equal(good ? to : "/wechat/", PhonePage.Of(to));

    /// <summary>A browser that does what the stand-in's page does at once: goes back as the user that is given.</summary>
    private sealed class Phone : IDisposable
    {
        private readonly CookieContainer _cookies = new();
        private readonly HttpClient _http;
        private readonly Uri _gateway;

        public Phone(WechatCampus campus)
        {
            _gateway = campus.Gateway.Client.Http.BaseAddress!;
            _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = _cookies });
        }

        public Cookie Cookie(string name) => _cookies.GetAllCookies().Single(c => c.Name == name);

        public void Keep(Cookie cookie) => _cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));

        /// <summary>To WeChat and back: the address it sends the browser to.</summary>
        public async Task<string> LeaveAsync(string to, string openid)
        {
            using var left = await _http.GetAsync(new Uri(_gateway, "/wechat/oauth?to=" + Uri.EscapeDataString(to)));
            Assert.Equal(302, (int)left.StatusCode);
            var authorize = left.Headers.Location!;
            Assert.EndsWith("#wechat_redirect", authorize.OriginalString, StringComparison.Ordinal);
            using var picked = await _http.GetAsync(new Uri(authorize.GetLeftPart(UriPartial.Query) + "&as=" + openid));
            Assert.Equal(302, (int)picked.StatusCode);
            return picked.Headers.Location!.PathAndQuery;
        }

        public async Task<string> ReturnAsync(string back)
        {
            using var returned = await _http.GetAsync(new Uri(_gateway, back));
            Assert.Equal(302, (int)returned.StatusCode);
            return returned.Headers.Location!.OriginalString;
        }

        public async Task<string> SignInAsync(string to, string openid) => await ReturnAsync(await LeaveAsync(to, openid));

        public async Task<JsonElement> SessionAsync() => JsonElement.Parse(await _http.GetStringAsync(new Uri(_gateway, "/api/student/session")));

        public static string Of(string address, string name) => System.Web.HttpUtility.ParseQueryString(address[address.IndexOf('?', StringComparison.Ordinal)..])[name]!;

        public static string With(string address, string name, string value) => address.Replace($"{name}={Of(address, name)}", $"{name}={value}", StringComparison.Ordinal);

        public void Dispose() => _http.Dispose();
    }
}
