using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sems.Gateway.WeChat;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Tests.Student;

/// <summary>What students do with what is known of them.</summary>
public sealed class MeTests
{
    private const string Jack = "1030412535";
    private const string Me = "/api/student/me";
    private const string Better = "a better one than before";

    [Fact]
    public async Task Phone_and_bike_are_changed_field_by_field_and_stay()
    {
        await using var gateway = await TestGateway.StartAsync();
        using (var web = await WebSession.StudentAsync(gateway))
        {
            var changed = await web.SendAsync(HttpMethod.Patch, Me, """{"phone":" 13800001111 ","brand":"雅迪","battery_type":"lead_acid","rated_voltage":60,"rated_ah":20.5}""");
            Assert.Equal(
                """{"student_number":"1030412535","user_name":"jack","card_number":"5sdf87e4","phone":"13800001111","vehicle":{"brand":"雅迪","model":null,"battery_type":"lead_acid","rated_voltage":60,"rated_ah":20.5},"blocked":false,"blocked_reason":null,"wechat":{"bound":false,"follows":null},"standing":{"obstacles":[],"arrears_limit_fen":10000}}""",
                changed.Text);
            await web.SendAsync(HttpMethod.Patch, Me, """{"brand":null,"phone":"","rated_ah":null}""");
            await web.SendAsync(HttpMethod.Patch, Me, "{}");
        }
        await gateway.RestartAsync();
        using var again = await WebSession.StudentAsync(gateway);
        var me = (await again.SendAsync(HttpMethod.Get, Me)).Json;
        Assert.Equal(JsonValueKind.Null, me.GetProperty("phone").ValueKind);
        Assert.Equal("""{"brand":null,"model":null,"battery_type":"lead_acid","rated_voltage":60,"rated_ah":null}""", me.GetProperty("vehicle").GetRawText());
        Assert.DoesNotContain("1380000", (await gateway.Client.AdminAsync("/api/admin/audit")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"phone":5}""", "phone 必须是文字")]
    [InlineData("""{"brand":"0123456789012345678901234567890123456789012345"}""", "brand 最多 45 个字符")]
    [InlineData("""{"rated_ah":-1}""", "rated_ah 必须是 0 至 1000000 的数")]
    [InlineData("""{"rated_voltage":"60"}""", "rated_voltage 必须是 0 至 1000000 的数")]
    public async Task A_field_that_will_not_do_changes_nothing(string body, string words)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await WebSession.StudentAsync(gateway);
        var before = (await web.SendAsync(HttpMethod.Get, Me)).Text;
        (await web.SendAsync(HttpMethod.Patch, Me, body)).MustSay(400, words);
        Assert.Equal(before, (await web.SendAsync(HttpMethod.Get, Me)).Text);
    }

    [Fact]
    public async Task What_is_in_the_way_is_said_with_what_to_do()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await WebSession.StudentAsync(gateway);
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        await gateway.Client.AdminPostAsync($"/api/admin/students/{Jack}/block", """{"reason":"占位"}""");
        var me = (await web.SendAsync(HttpMethod.Get, Me)).Json;
        Assert.Equal((true, "占位"), (me.GetProperty("blocked").GetBoolean(), me.GetProperty("blocked_reason").GetString()));
        Assert.Equal(
            """[{"code":"blocked","message":"账号已停用，请联系管理员"},{"code":"already_charging","message":"您已有正在进行的充电，结束后才能再次开始"}]""",
            me.GetProperty("standing").GetProperty("obstacles").GetRawText());
    }

    [Fact]
    public async Task A_new_password_ends_other_sign_ins_but_not_this_one()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var one = await WebSession.StudentAsync(gateway);
        using var other = await WebSession.StudentAsync(gateway);
        Assert.Equal(204, await PasswordAsync(WebSession.StudentPassword, Better));
        Assert.Equal((200, 401), (await one.GetAsync(Me), await other.GetAsync(Me)));
        await other.OpenAsync();
        Assert.Equal(401, (int)(await other.SignInAsync(Jack, WebSession.StudentPassword)).Status);
        Assert.Equal(200, (int)(await other.SignInAsync(Jack, Better)).Status);

        async Task<int> PasswordAsync(string current, string password) =>
            (int)(await one.SendAsync(HttpMethod.Put, "/api/student/password", JsonSerializer.Serialize(new { current, password }))).Status;
    }

    [Theory]
    [InlineData("wrong", Better, "当前密码不正确")]
    [InlineData(null, Better, "当前密码不正确")]
    [InlineData(WebSession.StudentPassword, "short one", "密码长度必须为 10 到 128 个字符")]
    [InlineData(WebSession.StudentPassword, null, "密码长度必须为 10 到 128 个字符")]
    [InlineData(WebSession.StudentPassword, Jack, "密码不能与学号相同")]
    [InlineData(WebSession.StudentPassword, WebSession.StudentPassword, "新密码不能与当前密码相同")]
    public async Task A_password_that_will_not_do_is_refused(string? current, string? password, string words)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await WebSession.StudentAsync(gateway);
        (await web.SendAsync(HttpMethod.Put, "/api/student/password", JsonSerializer.Serialize(new { current, password }))).MustSay(400, words);
    }

    [Fact]
    public async Task WeChat_is_bound_by_the_browser_that_proved_it_and_is_one_students()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var jack = await WebSession.StudentAsync(gateway);
        (await jack.SendAsync(HttpMethod.Post, "/api/student/wechat")).MustSay(400, "还没有确认您的微信，请在微信中打开本页面后再试");
        jack.Keep(ProvenOpenid.Cookie, "made up");
        Assert.Equal(400, (int)(await jack.SendAsync(HttpMethod.Post, "/api/student/wechat")).Status);

        jack.Keep(ProvenOpenid.Cookie, Proof(gateway, "o-jack"));
        Assert.True((await jack.SendAsync(HttpMethod.Post, "/api/student/wechat")).Json.GetProperty("wechat").GetProperty("bound").GetBoolean());
        Assert.DoesNotContain(jack.Cookies, c => c.Name == ProvenOpenid.Cookie); // it has done its work
        await gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<IStudentGrain>(Jack).Follows(true);
        Assert.Equal("""{"bound":true,"follows":true}""", (await jack.SendAsync(HttpMethod.Get, Me)).Json.GetProperty("wechat").GetRawText());

        using var rose = await WebSession.StudentAsync(gateway, "1030412536");
        rose.Keep(ProvenOpenid.Cookie, Proof(gateway, "o-jack"));
        (await rose.SendAsync(HttpMethod.Post, "/api/student/wechat")).MustSay(409, "这个微信已绑定另一个学号，请先解除那边的绑定");
        Assert.Equal("""{"bound":false,"follows":null}""", (await jack.SendAsync(HttpMethod.Delete, "/api/student/wechat")).Json.GetProperty("wechat").GetRawText());
        Assert.Equal(200, (int)(await rose.SendAsync(HttpMethod.Post, "/api/student/wechat")).Status);
    }

    [Fact]
    public async Task A_student_is_forgotten_and_may_begin_anew()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await WebSession.StudentAsync(gateway);
        using var other = await WebSession.StudentAsync(gateway);
        await web.SendAsync(HttpMethod.Patch, Me, """{"phone":"13800001111","brand":"雅迪-DE2"}""");
        web.Keep(ProvenOpenid.Cookie, Proof(gateway, "o-jack-openid"));
        await web.SendAsync(HttpMethod.Post, "/api/student/wechat");
        await gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<IStudentGrain>(Jack).Position(31.4857123, 120.2733123, gateway.Clock.GetUtcNow());

        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        var charge = (await gateway.Client.ChargesAsync()).Single().GetProperty("id").GetInt64();
        Assert.Equal(200, (int)(await web.SendAsync(HttpMethod.Post, $"/api/student/charges/{charge}/control", """{"action":"off"}""")).Status);
        await EraseAsync(409, "您还有正在进行的充电，请先结束充电");
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        await EraseAsync(409, "您还有未支付的账单，请先支付");
        await gateway.Client.AdminPostAsync($"/api/admin/bills/{charge}/pay", null);
        await EraseAsync(400, "密码不正确", "wrong");
        Assert.Equal(204, (int)(await web.SendAsync(HttpMethod.Delete, Me, Body(WebSession.StudentPassword))).Status);

        Assert.Equal((401, 401), (await web.GetAsync(Me), await other.GetAsync(Me)));
        await other.OpenAsync();
        Assert.Equal(401, (int)(await other.SignInAsync("jack", WebSession.StudentPassword)).Status);
        Assert.Equal(50, (await gateway.Client.AdminAsync("/api/admin/bills")).Json.GetProperty("items")[0].GetProperty("fen").GetInt64());
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0002")).MustSay(200, "你的账号未注册");
        await other.OpenAsync();
        var again = await other.SendAsync(HttpMethod.Post, "/api/student/register", $$"""{"student_number":"{{Jack}}","card_number":"5sdf87e4","user_name":"jack","password":"{{Better}}"}""");
        Assert.Equal(200, (int)again.Status);
        Assert.Equal(401, await web.GetAsync(Me)); // what was ended stays ended
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0002")).MustBeDone();

        async Task EraseAsync(int status, string words, string password = WebSession.StudentPassword) =>
            (await web.SendAsync(HttpMethod.Delete, Me, Body(password))).MustSay(status, words);
    }

    [Fact]
    public async Task Nothing_in_the_database_tells_whose_the_charges_were()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await WebSession.StudentAsync(gateway);
        await web.SendAsync(HttpMethod.Patch, Me, """{"phone":"13800001111","brand":"雅迪-DE2"}""");
        await gateway.Client.AdminSendAsync(HttpMethod.Patch, $"/api/admin/students/{Jack}", """{"phone":"13800002222"}""");
        web.Keep(ProvenOpenid.Cookie, Proof(gateway, "o-jack-openid"));
        await web.SendAsync(HttpMethod.Post, "/api/student/wechat");
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        var charge = (await gateway.Client.ChargesAsync()).Single().GetProperty("id").GetInt64();
        for (var i = 0; i < 12; i++) (await gateway.Client.SampleAsync("0001", "0001", 1.5, i, null)).MustBeDone();
        await web.SendAsync(HttpMethod.Post, $"/api/student/charges/{charge}/control", """{"action":"off"}""");
        await web.SendAsync(HttpMethod.Put, $"/api/student/charges/{charge}/left", """{"percent":20}""");
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        await gateway.Client.AdminPostAsync($"/api/admin/bills/{charge}/waive", """{"reason":"试用"}""");
        using var file = new DataFile(Path.Combine(gateway.Data, "sems.db"));
        Assert.Contains("charges.student_number", file.Places(Jack)); // it finds what is there
        Assert.Contains("students.wechat_openid", file.Places("o-jack-openid"));
        Assert.Equal(204, (int)(await web.SendAsync(HttpMethod.Delete, Me, Body(WebSession.StudentPassword))).Status);

        var pseudonym = Assert.Single(file.Texts("SELECT student_number FROM charges"));
        Assert.Equal( // a grain's key is its name; some engines keep that elsewhere
            ["audit_log.subject", "audit_log.who", "cards.student_number", "students.student_number"], file.Places(Jack).Where(place => place != "grain_states.grain_key").Order());
        Assert.Equal(["cards.card_number"], file.Places("5sdf87e4"));
        foreach (var text in new[] { "o-jack-openid", "1380000", "DE2", "31.4857123", "\"jack\"" }) Assert.Empty(file.Places(text));
        Assert.Equal(["student.erased"], file.Texts($"SELECT what FROM audit_log WHERE who LIKE '%{Jack}%'"));
        Assert.All(file.Texts($"SELECT coalesce(before_json, '') || coalesce(after_json, '') FROM audit_log WHERE subject LIKE '%{Jack}%'"), Assert.Empty);
        Assert.Empty(file.Texts($"SELECT 1 FROM audit_log WHERE subject LIKE '%{Jack}%' AND (who = '{pseudonym}')"));
    }

    /// <summary>As OAuth would have set it.</summary>
    private static string Proof(TestGateway gateway, string openid)
    {
        var context = new DefaultHttpContext();
        gateway.Services.GetRequiredService<ProvenOpenid>().Set(context, openid);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];
    }

    private static string Body(string password) => JsonSerializer.Serialize(new { password });
}
