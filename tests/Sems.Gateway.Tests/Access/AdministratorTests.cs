namespace Sems.Gateway.Tests.Access;

/// <summary>Accounts of the console.</summary>
public sealed class AdministratorTests
{
    private const string Accounts = "/api/admin/administrators";
    private const string Page = "/api/admin/overview";
    private const string Password = "a password for tests";

    [Fact]
    public async Task A_new_account_must_change_its_password_and_may_then_work()
    {
        await using var gateway = await TestGateway.StartAsync();
        var made = await gateway.Client.AdminPostAsync(Accounts, """{"user_name":"张三","role":"operator"}""");
        Assert.Equal(201, (int)made.Status);
        var first = made.Json.GetProperty("password").GetString()!;
        using var web = await WebSession.SignedInAsync(gateway.Client, "张三", first);
        Assert.True((await web.OpenAsync()).GetProperty("user").GetProperty("must_change_password").GetBoolean());
        Assert.Equal(403, await web.GetAsync(Page));
        Assert.Equal(204, (int)(await web.SendAsync(HttpMethod.Put, "/api/session/password", $$"""{"current":"{{first}}","password":"{{Password}}"}""")).Status);
        Assert.Equal(200, await web.GetAsync(Page));
        Assert.Equal(403, await web.GetAsync(Accounts));
        Assert.DoesNotContain(first, (await gateway.Client.AdminAsync("/api/admin/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_another_role_counts_at_once()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var rose = await ReadyAsync(gateway, "rose", "operator");
        Assert.Equal((200, 403), (await rose.GetAsync(Page), await rose.GetAsync(Accounts)));
        Assert.Equal(200, await ChangeAsync(gateway, "rose", """{"role":"administrator"}"""));
        Assert.Equal((200, 200), (await rose.GetAsync(Page), await rose.GetAsync(Accounts)));
        Assert.Equal(200, await ChangeAsync(gateway, "rose", """{"disabled":true}"""));
        Assert.Equal(401, await rose.GetAsync(Page));
        await rose.OpenAsync(); // another token than that of who was signed in
        Assert.Equal(401, (int)(await rose.SignInAsync("rose", Password + " 2")).Status);
        Assert.Equal(200, await ChangeAsync(gateway, "rose", """{"disabled":false}"""));
        Assert.Equal(401, await rose.GetAsync(Page)); // what was ended stays ended
    }

    [Fact]
    public async Task What_was_changed_elsewhere_is_noticed_within_seconds()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var rose = await ReadyAsync(gateway, "rose", "operator");
        Assert.Equal(200, await rose.GetAsync(Page));
        using var file = new DataFile(Path.Combine(gateway.Data, "sems.db"));
        file.Run("UPDATE administrators SET disabled = 1 WHERE username = 'rose'");
        var since = System.Diagnostics.Stopwatch.StartNew();
        await Waiting.UntilAsync("the sign-in has ended", async () => await rose.GetAsync(Page) == 401);
        Assert.InRange(since.Elapsed.TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData("DELETE", "", null)]
    [InlineData("PATCH", "", """{"disabled":true}""")]
    [InlineData("PATCH", "", """{"role":"operator"}""")]
    public async Task The_last_administrator_stays(string method, string step, string? body)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var rose = await ReadyAsync(gateway, "rose", "operator");
        var reply = await gateway.Client.AdminSendAsync(HttpMethod.Parse(method), $"{Accounts}/admin{step}", body);
        reply.MustSay(409, "这是最后一个可用的管理员，请先添加另一个管理员");
        Assert.Equal(200, (int)(await gateway.Client.AdminAsync(Accounts)).Status);
    }

    [Fact]
    public async Task A_reset_password_takes_a_lock_off_and_ends_sign_ins()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var rose = await ReadyAsync(gateway, "rose", "operator");
        for (var i = 0; i < 5; i++) await rose.SignInAsync("rose", "wrong");
        Assert.Contains("\"locked_until\":\"", (await gateway.Client.AdminAsync(Accounts)).Text, StringComparison.Ordinal);
        var reset = await gateway.Client.AdminPostAsync($"{Accounts}/rose/reset-password", null);
        Assert.Equal(401, await rose.GetAsync(Page));
        await rose.OpenAsync();
        Assert.Equal(200, (int)(await rose.SignInAsync("rose", reset.Json.GetProperty("password").GetString()!)).Status);
    }

    [Fact]
    public async Task An_account_taken_away_is_out()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var rose = await ReadyAsync(gateway, "rose", "operator");
        Assert.Equal(204, (int)(await gateway.Client.AdminSendAsync(HttpMethod.Delete, $"{Accounts}/rose", null)).Status);
        Assert.Equal(401, await rose.GetAsync(Page));
        Assert.Equal(404, (int)(await gateway.Client.AdminSendAsync(HttpMethod.Delete, $"{Accounts}/rose", null)).Status);
        var log = (await gateway.Client.AdminAsync("/api/admin/audit?subject=account/rose")).Json.GetProperty("items").EnumerateArray();
        Assert.Equal(["account.remove", "account.password", "session.sign_in", "account.create"], log.Select(r => r.GetProperty("what").GetString()));
    }

    [Theory]
    [InlineData("""{"user_name":"admin","role":"operator"}""", 409, "用户名已被使用，请换一个")]
    [InlineData("""{"user_name":"Admin","role":"operator"}""", 409, "用户名已被使用，请换一个")]
    [InlineData("""{"user_name":"a b","role":"operator"}""", 400, "用户名必须是 1 到 64 个字母、数字、点、下划线、减号或 @，以字母或数字开头")]
    [InlineData("""{"role":"operator"}""", 400, "用户名必须是 1 到 64 个字母、数字、点、下划线、减号或 @，以字母或数字开头")]
    [InlineData("""{"user_name":"rose","role":"root"}""", 400, "role 必须是 operator 或 administrator")]
    [InlineData("""{"user_name":"rose","role":"operator","password":"short"}""", 400, "密码长度必须为 10 到 128 个字符")]
    [InlineData("""{"user_name":"rose.rose.rose","role":"operator","password":"Rose.rose.rose"}""", 400, "密码不能与用户名相同")]
    public async Task An_account_that_will_not_do_is_refused(string body, int status, string words)
    {
        await using var gateway = await TestGateway.StartAsync();
        (await gateway.Client.AdminPostAsync(Accounts, body)).MustSay(status, words);
        Assert.Equal(1, (await gateway.Client.AdminAsync(Accounts)).Json.GetProperty("total").GetInt32());
    }

    private static async Task<int> ChangeAsync(TestGateway gateway, string name, string body) =>
        (int)(await gateway.Client.AdminSendAsync(HttpMethod.Patch, $"{Accounts}/{name}", body)).Status;

    private static async Task<WebSession> ReadyAsync(TestGateway gateway, string name, string role)
    {
        var made = await gateway.Client.AdminPostAsync(Accounts, $$"""{"user_name":"{{name}}","role":"{{role}}","password":"{{Password}}"}""");
        Assert.Equal(201, (int)made.Status);
        var web = await WebSession.SignedInAsync(gateway.Client, name, Password);
        Assert.Equal(204, (int)(await web.SendAsync(HttpMethod.Put, "/api/session/password", $$"""{"current":"{{Password}}","password":"{{Password}} 2"}""")).Status);
        return web;
    }
}
