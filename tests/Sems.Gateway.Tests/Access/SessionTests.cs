using System.Net;

namespace Sems.Gateway.Tests.Access;

/// <summary>Signing in and out by cookie.</summary>
public sealed class SessionTests
{
    private const string Page = "/api/admin/overview";

    [Fact]
    public async Task A_browser_signs_in_and_out()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = new WebSession(gateway.Client.Http.BaseAddress!);
        var nobody = await web.OpenAsync();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, nobody.GetProperty("user").ValueKind);
        Assert.Equal(401, await web.GetAsync(Page));

        var reply = await web.SignInAsync("admin", SemsClient.AdminPassword);
        Assert.Equal("""{"name":"admin","role":"administrator","must_change_password":false}""", reply.Json.GetProperty("user").GetRawText());
        Assert.Equal(200, await web.GetAsync(Page));
        Assert.All(web.Cookies, cookie => Assert.True(cookie.HttpOnly));
        Assert.All(reply.Message.Headers.GetValues("Set-Cookie"), text => Assert.Contains("samesite=strict", text, StringComparison.OrdinalIgnoreCase));

        Assert.Equal(HttpStatusCode.NoContent, (await web.SendAsync(HttpMethod.Delete, "/api/session")).Status);
        Assert.Equal(401, await web.GetAsync(Page));
    }

    [Fact]
    public async Task What_a_page_fetches_never_opens_the_browsers_own_window_for_passwords()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = new WebSession(gateway.Client.Http.BaseAddress!);
        var reply = await web.SendAsync(HttpMethod.Get, Page);
        reply.MustSay(401, "请用管理员账号登录");
        Assert.Empty(reply.Message.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task A_sign_in_outlasts_a_restart()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        await using var gateway = await TestGateway.StartAsync(options => options with { Urls = address });
        using var web = await WebSession.SignedInAsync(gateway.Client);
        await gateway.RestartAsync();
        Assert.Equal(200, await web.GetAsync(Page));
        Assert.Equal(200, (int)(await web.SendAsync(HttpMethod.Post, "/api/admin/ammeters/0001/0001/control", """{"action":"lock"}""")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task Nobody_is_signed_in_without_the_token(string token)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = new WebSession(gateway.Client.Http.BaseAddress!);
        await web.OpenAsync();
        var reply = await web.SendAsync(HttpMethod.Post, "/api/session", $$"""{"user_name":"admin","password":"{{SemsClient.AdminPassword}}"}""", token);
        Assert.Equal((403, "antiforgery"), ((int)reply.Status, reply.Json.GetProperty("code").GetString()));
        Assert.Equal(401, await web.GetAsync(Page));
    }

    [Fact]
    public async Task The_token_of_one_user_is_no_good_for_another()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = new WebSession(gateway.Client.Http.BaseAddress!);
        await web.OpenAsync();
        var before = web.Token;
        await web.SignInAsync("admin", SemsClient.AdminPassword);
        Assert.Equal(403, (int)(await web.SendAsync(HttpMethod.Post, "/api/admin/ammeters/0001/0001/control", """{"action":"lock"}""", before)).Status);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_minute_then_twice_as_long()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = new WebSession(gateway.Client.Http.BaseAddress!);
        for (var i = 0; i < 4; i++) (await web.SignInAsync("admin", "wrong")).MustSay(401, "用户名或密码不正确");
        Assert.Equal(60, Locked(await web.SignInAsync("admin", "wrong")));
        Assert.Equal(60, Locked(await web.SignInAsync("admin", SemsClient.AdminPassword)));
        Assert.Equal(423, (int)(await gateway.Client.AdminAsync(Page)).Status);

        gateway.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, Locked(await web.SignInAsync("admin", SemsClient.AdminPassword)));
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(120, Locked(await web.SignInAsync("admin", "wrong")));
        gateway.Clock.Advance(TimeSpan.FromSeconds(120));
        Assert.Equal(200, (int)(await web.SignInAsync("admin", SemsClient.AdminPassword)).Status);
        (await web.SignInAsync("admin", "wrong")).MustSay(401, "用户名或密码不正确");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_sign_in()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var one = await WebSession.SignedInAsync(gateway.Client);
        using var other = await WebSession.SignedInAsync(gateway.Client);
        Assert.Equal(HttpStatusCode.NoContent, (await one.SendAsync(HttpMethod.Post, "/api/session/sign-out-everywhere")).Status);
        Assert.Equal((401, 401), (await one.GetAsync(Page), await other.GetAsync(Page)));
        Assert.Equal(200, (int)(await gateway.Client.AdminAsync(Page)).Status); // a script brings its password along
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sign_ins_and_keeps_this_one()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var one = await WebSession.SignedInAsync(gateway.Client);
        using var other = await WebSession.SignedInAsync(gateway.Client);
        Assert.Equal(204, await PasswordAsync(SemsClient.AdminPassword, "a better one than before"));
        Assert.Equal((200, 401), (await one.GetAsync(Page), await other.GetAsync(Page)));
        Assert.Equal(401, (int)(await gateway.Client.AdminAsync(Page)).Status);
        Assert.Equal(200, (int)(await gateway.Client.AdminAsync(Page, "a better one than before")).Status);

        async Task<int> PasswordAsync(string current, string password) =>
            (int)(await one.SendAsync(HttpMethod.Put, "/api/session/password", $$"""{"current":"{{current}}","password":"{{password}}"}""")).Status;
    }

    [Theory]
    [InlineData("wrong", "a better one than before", "当前密码不正确")]
    [InlineData(SemsClient.AdminPassword, "short one", "密码长度必须为 10 到 128 个字符")]
    [InlineData(SemsClient.AdminPassword, "password123", "密码过于常见，请换一个")]
    [InlineData(SemsClient.AdminPassword, "ababababababab", "密码过于常见，请换一个")]
    [InlineData(SemsClient.AdminPassword, SemsClient.AdminPassword, "新密码不能与当前密码相同")]
    public async Task A_password_that_will_not_do_is_refused(string current, string password, string words)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await WebSession.SignedInAsync(gateway.Client);
        (await web.SendAsync(HttpMethod.Put, "/api/session/password", $$"""{"current":"{{current}}","password":"{{password}}"}""")).MustSay(400, words);
        Assert.Equal(200, (int)(await gateway.Client.AdminAsync(Page)).Status);
    }

    [Theory]
    [InlineData("cross-site", 403)]
    [InlineData("same-site", 403)]
    [InlineData("same-origin", 200)]
    [InlineData("none", 200)]
    public async Task A_password_the_browser_kept_is_not_taken_from_another_sites_page(string site, int status)
    {
        await using var gateway = await TestGateway.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String("admin:"u8.ToArray().Concat(System.Text.Encoding.UTF8.GetBytes(SemsClient.AdminPassword)).ToArray()));
        request.Headers.Add("Sec-Fetch-Site", site);
        Assert.Equal(status, (int)(await gateway.Client.SendAsync(request)).Status);
    }

    private static int Locked(Reply reply)
    {
        Assert.Equal((423, "locked"), ((int)reply.Status, reply.Json.GetProperty("code").GetString()));
        return reply.Json.GetProperty("retry_after_seconds").GetInt32();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
