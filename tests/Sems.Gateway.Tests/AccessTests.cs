using System.Net.Http.Headers;
using System.Text;

namespace Sems.Gateway.Tests;

/// <summary>Who may use the operator API.</summary>
public sealed class AccessTests(TestGateway gateway) : IClassFixture<TestGateway>
{
    public static TheoryData<string> Pages =>
    [
        "/api/admin/overview", "/api/admin/stations/0001", "/api/admin/ammeters/0001/0001", "/api/admin/charges", "/api/admin/charges/1",
        "/api/admin/charges/1/curve", "/api/admin/cluster", "/api/admin/bills", "/api/admin/bills/1", "/api/admin/students/1030412535/account",
        "/api/admin/service", "/api/admin/settings", "/api/admin/stations/0001/settings", "/api/admin/audit", "/api/admin/charges/1/decisions",
        "/api/admin/pushes", "/api/admin/pushes/1", "/api/admin/alarms", "/api/admin/alarms/1",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Without_an_account_a_page_asks_for_one(string page) => MustAskForAccount(await SendAsync(HttpMethod.Get, page, null));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_wrong_password_is_turned_away(string page)
    {
        MustAskForAccount(await SendAsync(HttpMethod.Get, page, Basic("admin:wrong")));
        await ForgetWrongOnesAsync();
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic ")]
    [InlineData("Basic ???")]
    [InlineData("Bearer abc")]
    [InlineData("nonsense")]
    public async Task A_header_that_is_no_account_is_turned_away(string header) =>
        MustAskForAccount(await SendAsync(HttpMethod.Get, "/api/admin/overview", header));

    [Theory]
    [InlineData("admin")]
    [InlineData("admin:")]
    [InlineData(":")]
    [InlineData("nobody:" + SemsClient.AdminPassword)]
    [InlineData("ADMIN:" + SemsClient.AdminPassword)]
    [InlineData("admin: " + SemsClient.AdminPassword)]
    public async Task An_account_that_is_not_there_is_turned_away(string account)
    {
        MustAskForAccount(await SendAsync(HttpMethod.Get, "/api/admin/overview", Basic(account)));
        await ForgetWrongOnesAsync();
    }

    [Fact]
    public async Task A_very_long_header_is_turned_away() =>
        MustAskForAccount(await SendAsync(HttpMethod.Get, "/api/admin/overview", Basic("admin:" + new string('x', 4_000))));

    [Fact]
    public async Task Without_an_account_nothing_is_switched()
    {
        MustAskForAccount(await SendAsync(HttpMethod.Post, "/api/admin/ammeters/0001/0001/control", null));
        (await gateway.Client.PollAsync("0001")).MustBe(200, """{"000000000000":"2","0001":"2","0002":"2","0003":"2"}""");
    }

    [Theory]
    [InlineData("pay")]
    [InlineData("waive")]
    [InlineData("reopen")]
    public async Task Without_an_account_no_bill_is_settled(string step) =>
        MustAskForAccount(await SendAsync(HttpMethod.Post, $"/api/admin/bills/1/{step}", null));

    [Theory]
    [InlineData("pushes/1/retry")]
    [InlineData("alarms/1/acknowledge")]
    [InlineData("alarms/1/clear")]
    public async Task Without_an_account_no_step_is_taken_with_pushes_and_alarms(string step) =>
        MustAskForAccount(await SendAsync(HttpMethod.Post, "/api/admin/" + step, null));

    [Fact]
    public async Task Without_an_account_no_key_is_made_or_taken_away()
    {
        MustAskForAccount(await SendAsync(HttpMethod.Post, "/api/admin/stations/0001/key", null));
        MustAskForAccount(await SendAsync(HttpMethod.Delete, "/api/admin/stations/0001/key", Basic("admin:wrong")));
        await ForgetWrongOnesAsync();
        Assert.Equal(200, (int)(await gateway.Client.PollAsync("0001")).Status);
    }

    [Theory]
    [InlineData("PUT", "/api/admin/settings")]
    [InlineData("PATCH", "/api/admin/settings")]
    [InlineData("POST", "/api/admin/settings/price-example")]
    [InlineData("PUT", "/api/admin/stations/0001/settings")]
    [InlineData("PATCH", "/api/admin/stations/0001/settings")]
    [InlineData("DELETE", "/api/admin/stations/0001/settings?version=0")]
    public async Task Without_an_account_no_setting_is_changed(string method, string page)
    {
        MustAskForAccount(await SendAsync(HttpMethod.Parse(method), page, null));
        MustAskForAccount(await SendAsync(HttpMethod.Parse(method), page, Basic("admin:wrong")));
        await ForgetWrongOnesAsync();
    }

    [Fact]
    public async Task The_right_account_is_let_in_again_and_again()
    {
        for (var i = 0; i < 3; i++) Assert.Equal(200, (int)(await SendAsync(HttpMethod.Get, "/api/admin/overview", Basic("admin:" + SemsClient.AdminPassword))).Status);
        MustAskForAccount(await SendAsync(HttpMethod.Get, "/api/admin/overview", Basic("admin:wrong")));
        await ForgetWrongOnesAsync();
    }

    /// <summary>Five wrong passwords in a row lock the account; these tests share one.</summary>
    private async Task ForgetWrongOnesAsync() =>
        Assert.Equal(200, (int)(await SendAsync(HttpMethod.Get, "/api/admin/overview", Basic("admin:" + SemsClient.AdminPassword))).Status);

    private static void MustAskForAccount(Reply reply)
    {
        reply.MustSay(401, "请用管理员账号登录");
        Assert.Equal("Basic realm=\"SEMS\", charset=\"UTF-8\"", reply.Message.Headers.WwwAuthenticate.ToString());
    }

    private static string Basic(string account) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(account));

    private Task<Reply> SendAsync(HttpMethod method, string page, string? authorization)
    {
        var request = new HttpRequestMessage(method, page);
        if (method == HttpMethod.Post) request.Content = new StringContent("""{"action":"lock"}""", MediaTypeHeaderValue.Parse("application/json"));
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return gateway.Client.SendAsync(request);
    }
}
