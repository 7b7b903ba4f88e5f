namespace Sems.Gateway.Tests.Student;

/// <summary>Students sign in and out.</summary>
public sealed class StudentSessionTests
{
    private const string Jack = "1030412535";

    [Theory]
    [InlineData(Jack)]
    [InlineData("jack")]
    [InlineData(" jack ")]
    public async Task By_number_or_name_and_out_again(string name)
    {
        await using var gateway = await TestGateway.StartAsync();
        using (await WebSession.StudentAsync(gateway))
        {
        }
        using var web = new WebSession(gateway.Client.Http.BaseAddress!, WebSession.StudentSession);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await web.OpenAsync()).GetProperty("user").ValueKind);
        var reply = await web.SignInAsync(name, WebSession.StudentPassword);
        Assert.Equal("""{"student_number":"1030412535","user_name":"jack","by":"password"}""", reply.Json.GetProperty("user").GetRawText());
        Assert.Equal("""{"configured":false,"openid_known":false,"login":false}""", reply.Json.GetProperty("wechat").GetRawText());
        var cookie = web.Cookies.Single(c => c.Name == "sems_student");
        Assert.True(cookie.HttpOnly);
        Assert.Contains("samesite=strict", string.Join(';', reply.Message.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Jack, (await web.OpenAsync()).GetProperty("user").GetProperty("student_number").GetString());
        Assert.Equal(204, (int)(await web.SendAsync(HttpMethod.Delete, WebSession.StudentSession)).Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await web.OpenAsync()).GetProperty("user").ValueKind);
    }

    [Theory]
    [InlineData(Jack, "wrong")]
    [InlineData("1030412536", WebSession.StudentPassword)] // of the roster, without a password
    [InlineData("1030412538", "")] // of the roster, not registered
    [InlineData("nobody", WebSession.StudentPassword)]
    [InlineData("", "")]
    public async Task Who_does_not_know_the_password_is_told_the_same(string name, string password)
    {
        await using var gateway = await TestGateway.StartAsync();
        using (await WebSession.StudentAsync(gateway))
        {
        }
        using var web = new WebSession(gateway.Client.Http.BaseAddress!, WebSession.StudentSession);
        var reply = await web.SignInAsync(name, password);
        Assert.Equal((401, """{"message":"用户名或密码不正确","code":"credentials","retry_after_seconds":null}"""), ((int)reply.Status, reply.Text));
        Assert.Empty(reply.Message.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_also_by_the_other_name_and_over_a_restart()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var signedIn = await WebSession.StudentAsync(gateway);
        using (var web = new WebSession(gateway.Client.Http.BaseAddress!, WebSession.StudentSession))
        {
            for (var i = 0; i < 4; i++) Assert.Equal(401, (int)(await web.SignInAsync(i % 2 == 0 ? "jack" : Jack, "wrong")).Status);
            var reply = await web.SignInAsync("jack", "wrong");
            Assert.Equal((423, "locked", 60), ((int)reply.Status, reply.Json.GetProperty("code").GetString(), reply.Json.GetProperty("retry_after_seconds").GetInt32()));
            Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await signedIn.OpenAsync()).GetProperty("user").ValueKind); // who is signed in stays so
        }
        await gateway.RestartAsync();
        using var again = new WebSession(gateway.Client.Http.BaseAddress!, WebSession.StudentSession);
        Assert.Equal(423, (int)(await again.SignInAsync(Jack, WebSession.StudentPassword)).Status);
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (int)(await again.SignInAsync(Jack, WebSession.StudentPassword)).Status);
        Assert.Equal(401, (int)(await again.SignInAsync(Jack, "wrong")).Status); // counted anew
    }

    [Fact]
    public async Task A_password_that_an_administrator_sets_ends_sign_ins_and_takes_the_lock_off()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await WebSession.StudentAsync(gateway);
        using var other = new WebSession(gateway.Client.Http.BaseAddress!, WebSession.StudentSession);
        for (var i = 0; i < 5; i++) await other.SignInAsync("jack", "wrong");
        var reset = await gateway.Client.AdminPostAsync($"/api/admin/students/{Jack}/reset-password", null);
        await Waiting.UntilAsync("the sign-in has ended", async () => (await web.OpenAsync()).GetProperty("user").ValueKind == System.Text.Json.JsonValueKind.Null);
        Assert.Equal(200, (int)(await other.SignInAsync("jack", reset.Json.GetProperty("password").GetString()!)).Status);
    }

    [Fact]
    public async Task Administrators_are_nobody_here_and_students_nobody_there()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var admin = await WebSession.SignedInAsync(gateway.Client);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await admin.SendAsync(HttpMethod.Get, WebSession.StudentSession)).Json.GetProperty("user").ValueKind);
        using var student = await WebSession.StudentAsync(gateway);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await student.SendAsync(HttpMethod.Get, "/api/session")).Json.GetProperty("user").ValueKind);
        Assert.Equal(401, await student.GetAsync("/api/admin/overview"));
        Assert.Equal(401, (int)(await student.SignInAsync("admin", SemsClient.AdminPassword)).Status);
    }
}
