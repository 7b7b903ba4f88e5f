using Sems.Gateway.WeChat;
using Sems.Simulator.WeChat.Callback;

namespace Sems.Gateway.Tests.WeChat;

/// <summary>What pages configure the JS-SDK with, and who may run and frame them.</summary>
public sealed class ScriptConfigTests
{
    [Fact]
    public async Task A_page_of_ours_is_signed_for_who_is_signed_in()
    {
        await using var campus = await WechatCampus.StartAsync();
        using var web = await WebSession.StudentAsync(campus.Gateway);
        const string page = "http://127.0.0.1:1/wechat/nearby?from=menu";
        var reply = await web.SendAsync(HttpMethod.Get, "/api/student/wechat/config?url=" + Uri.EscapeDataString(page));
        Assert.Equal(200, (int)reply.Status);
        var (nonce, timestamp) = (reply.Json.GetProperty("nonce").GetString()!, reply.Json.GetProperty("timestamp").GetInt64());
        var ticket = Assert.Single(campus.StandIn.Tokens.Tickets());
        Assert.Equal(
            (campus.Account.AppId, CallbackSignature.OfPage(ticket, nonce, $"{timestamp}", page), """["getLocation","openLocation","scanQRCode"]"""),
            (reply.Json.GetProperty("app_id").GetString(), reply.Json.GetProperty("signature").GetString(), reply.Json.GetProperty("apis").GetRawText()));
        using var script = await new HttpClient().GetAsync(reply.Json.GetProperty("script").GetString());
        Assert.Equal(200, (int)script.StatusCode);
        Assert.Equal(400, (int)(await web.SendAsync(HttpMethod.Get, "/api/student/wechat/config?url=https://evil.example/")).Status);
        Assert.Equal(400, (int)(await web.SendAsync(HttpMethod.Get, "/api/student/wechat/config")).Status);
        campus.StandIn.Faults.Add(new Simulator.WeChat.Api.Fault { Path = "/cgi-bin/*", Errcode = -1, Times = 9 });
        campus.StandIn.Tokens.Expire();
        Assert.Equal(200, (int)(await web.SendAsync(HttpMethod.Get, "/api/student/wechat/config?url=" + Uri.EscapeDataString(page))).Status); // the ticket is kept
    }

    [Fact]
    public async Task While_WeChat_fails_it_says_so_and_without_an_account_it_is_not_there()
    {
        await using var campus = await WechatCampus.StartAsync();
        using var web = await WebSession.StudentAsync(campus.Gateway);
        campus.StandIn.Faults.Add(new Simulator.WeChat.Api.Fault { Path = "/cgi-bin/*", Errcode = -1, Times = 9 });
        var reply = await web.SendAsync(HttpMethod.Get, "/api/student/wechat/config?url=http://127.0.0.1:1/wechat/");
        Assert.Equal((503, """{"message":"微信服务暂不可用，请稍后再试"}"""), ((int)reply.Status, reply.Text));
        await using var without = await TestGateway.StartAsync();
        using var other = await WebSession.StudentAsync(without);
        Assert.Equal(404, (int)(await other.SendAsync(HttpMethod.Get, "/api/student/wechat/config?url=http://127.0.0.1:1/wechat/")).Status);
    }

    [Theory]
    [InlineData("https://sems.example.edu.cn", true)]
    [InlineData("https://sems.example.edu.cn/wechat/?a=1&b=2", true)]
    [InlineData("https://sems.example.edu.cn?a=1", true)]
    [InlineData("https://sems.example.edu.cn/wechat/#top", false)]
    [InlineData("https://sems.example.edu.cn.evil.example/", false)]
    [InlineData("https://sems.example.edu.cn@evil.example/", false)]
    [InlineData("http://sems.example.edu.cn/", false)]
    [InlineData("https://sems.example.edu.cn/\n", false)]
    [InlineData(null, false)]
    public void Only_addresses_of_ours_are_signed(string? url, bool ours) => Assert.Equal(ours, ScriptConfigEndpoint.IsOurs(url, "https://sems.example.edu.cn"));

    [Fact]
    public async Task The_console_is_told_of_the_account()
    {
        await using var campus = await WechatCampus.StartAsync();
        Assert.Equal("""{"channel":"log","configured":true}""", (await campus.Gateway.Client.AdminAsync("/api/admin/wechat")).Text);
        await using var without = await TestGateway.StartAsync();
        Assert.Equal("""{"channel":"log","configured":false}""", (await without.Client.AdminAsync("/api/admin/wechat")).Text);
    }
}
