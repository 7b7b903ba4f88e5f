using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sems.Gateway.Student.Access;

namespace Sems.Gateway.Tests.Student;

/// <summary>Students register themselves.</summary>
public sealed class RegisterTests
{
    private const string Register = "/api/student/register";
    private const string Password = "a student's password";

    [Fact]
    public async Task Who_knows_number_and_card_is_signed_in_and_stays_registered()
    {
        await using var gateway = await TestGateway.StartAsync();
        using (var web = await OpenAsync(gateway))
        {
            var reply = await RegisterAsync(web, "1030412538", "new-card", "小红", Password);
            Assert.Equal("""{"student_number":"1030412538","user_name":"小红","by":"password"}""", reply.Json.GetProperty("user").GetRawText());
            Assert.Equal(200, await web.GetAsync("/api/student/me"));
        }
        Assert.DoesNotContain("1030412538", (await gateway.Client.AdminAsync("/api/admin/audit")).Text, StringComparison.Ordinal);
        (await gateway.Client.StartAsync("new-card", "0001", "0001")).MustBeDone();
        await gateway.RestartAsync();
        using var again = await OpenAsync(gateway);
        Assert.Equal(200, (int)(await again.SignInAsync("小红", Password)).Status);
        (await RegisterAsync(again, "1030412538", "new-card", "other", Password)).MustSay(409, "该学号已注册，请直接登录；忘记密码请联系管理员");
    }

    [Theory]
    [InlineData(null, "new-card", "amy", Password, 400, "请填写学号")]
    [InlineData("1030412538", " ", "amy", Password, 400, "请填写卡号")]
    [InlineData("1030412538", "new-card", null, Password, 400, "用户名必须是 1 到 45 个字母、数字、点、下划线、减号或 @，以字母或数字开头")]
    [InlineData("1030412538", "new-card", "a b", Password, 400, "用户名必须是 1 到 45 个字母、数字、点、下划线、减号或 @，以字母或数字开头")]
    [InlineData("1030412538", "new-card", "0123456789012345678901234567890123456789012345", Password, 400, "用户名必须是 1 到 45 个字母、数字、点、下划线、减号或 @，以字母或数字开头")]
    [InlineData("1030412538", "new-card", "amy", "short", 400, "密码长度必须为 10 到 128 个字符")]
    [InlineData("1030412538", "new-card", "amy", null, 400, "密码长度必须为 10 到 128 个字符")]
    [InlineData("1030412538", "new-card", "amy.amy.amy", "AMY.amy.amy", 400, "密码不能与用户名相同")]
    [InlineData("1030412538", "new-card", "amy", "1030412538", 400, "密码不能与学号相同")]
    [InlineData("1030412538", "new-card", "amy", "password123", 400, "密码过于常见，请换一个")]
    [InlineData("1030412538", "new-card", "rose", Password, 409, "用户名已被使用，请换一个")]
    [InlineData("1030412538", "new-card", "1030412536", Password, 409, "用户名已被使用，请换一个")] // another's student number
    public async Task What_will_not_do_is_said(string? number, string? card, string? name, string? password, int status, string words)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await OpenAsync(gateway);
        (await RegisterAsync(web, number, card, name, password)).MustSay(status, words);
        Assert.Equal(JsonValueKind.Null, (await web.OpenAsync()).GetProperty("user").ValueKind);
    }

    [Fact]
    public async Task Nobody_finds_out_which_students_there_are()
    {
        await using var gateway = await TestGateway.StartAsync();
        using (await WebSession.StudentAsync(gateway)) // registered
        {
        }
        var guesses = new[] { ("1030412535", "wrong"), ("1030412538", "wrong"), ("1030412538", "5sdf87e4"), ("nobody", "new-card"), (new string('9', 46), "wrong"), ("nobody", "wrong") };
        var replies = new List<string>();
        using var web = await OpenAsync(gateway);
        foreach (var (number, card) in guesses)
        {
            var reply = await RegisterAsync(web, number, card, "rose", Password); // a name that is taken, too
            replies.Add($"{(int)reply.Status} {reply.Text}");
        }
        Assert.Equal("""400 {"message":"学号与卡号不符，请核对后再试"}""", Assert.Single(replies.Distinct()));
    }

    [Theory]
    [InlineData("1030412538")]
    [InlineData("nobody")]
    public async Task Guessing_the_card_is_slow_for_numbers_that_are_there_and_those_that_are_not(string number)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await OpenAsync(gateway);
        for (var i = 0; i < 4; i++) Assert.Equal(400, (int)(await RegisterAsync(web, number, "wrong" + i, "amy", Password)).Status);
        for (var i = 0; i < 2; i++)
        {
            var reply = await RegisterAsync(web, number, "new-card", "amy", Password);
            if (i == 0 && number == "1030412538") { Assert.Equal(200, (int)reply.Status); return; } // the fifth was right
            Assert.Equal((423, "locked", 60), ((int)reply.Status, reply.Json.GetProperty("code").GetString(), reply.Json.GetProperty("retry_after_seconds").GetInt32()));
        }
    }

    [Fact]
    public async Task One_address_may_not_try_without_end()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await OpenAsync(gateway);
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = System.Net.IPAddress.Loopback } };
        while (gateway.Services.GetRequiredService<StudentAttempts>().Passwords.TryTake(context, out _)) { }
        Assert.Equal(429, (int)(await RegisterAsync(web, "1030412538", "new-card", "amy", Password)).Status);
        Assert.Equal(429, (int)(await web.SignInAsync("jack", Password)).Status);
        using var admin = await WebSession.SignedInAsync(gateway.Client); // operators have tries of their own
    }

    private static async Task<WebSession> OpenAsync(TestGateway gateway)
    {
        var web = new WebSession(gateway.Client.Http.BaseAddress!, WebSession.StudentSession);
        await web.OpenAsync();
        return web;
    }

    private static Task<Reply> RegisterAsync(WebSession web, string? number, string? card, string? name, string? password) => web.SendAsync(
        HttpMethod.Post, Register, JsonSerializer.Serialize(new { student_number = number, card_number = card, user_name = name, password }));
}
