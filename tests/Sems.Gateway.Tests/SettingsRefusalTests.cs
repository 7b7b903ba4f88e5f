namespace Sems.Gateway.Tests;

/// <summary>Requests about settings that are refused; nothing comes of them, so all share one gateway.</summary>
public sealed class SettingsRefusalTests(TestGateway gateway) : IClassFixture<TestGateway>
{
    private const string Campus = "/api/admin/settings";

    private SemsClient Client => gateway.Client;

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"settings":{}}""")]
    [InlineData("""{"version":0}""")]
    [InlineData("""{"version":0,"settings":null}""")]
    [InlineData("""{"version":0,"settings":[]}""")]
    [InlineData("""{"version":"x","settings":{}}""")]
    [InlineData("""{"version":0,"settings":{"rules":{"energy_counter":"\ud800"}}}""")]
    [InlineData("""{"version":0,"settings":{"full":{},"full":{}}}""")]
    public async Task A_body_that_cannot_be_used_is_refused_with_words(string body)
    {
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch }) (await Client.AdminSendAsync(method, Campus, body)).MustExplain(400);
        Assert.Equal(0, (await Client.AdminAsync(Campus)).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused() => (await Client.AdminSendAsync(
        HttpMethod.Put, Campus, $$"""{"version":0,"settings":{"x":"{{new string('x', 70_000)}}"} }""")).MustSay(400, "settings 太长");

    [Theory]
    [InlineData("GET", null)]
    [InlineData("PUT", """{"version":0,"settings":{}}""")]
    [InlineData("PATCH", """{"version":0,"settings":{}}""")]
    [InlineData("DELETE", null)]
    public async Task A_station_that_is_not_there_is_not_found(string method, string? body) =>
        (await Client.AdminSendAsync(HttpMethod.Parse(method), "/api/admin/stations/9999/settings?version=0", body)).MustSay(404, "充电站不存在");

    [Fact]
    public async Task A_station_named_like_the_campus_or_with_a_slash_is_only_a_station()
    {
        foreach (var name in new[] { "campus", "a%2Fb" })
            (await Client.AdminSendAsync(HttpMethod.Put, $"/api/admin/stations/{name}/settings", """{"version":0,"settings":{}}""")).MustSay(404, "充电站不存在");
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("pageSize=501")]
    [InlineData("from=yesterday")]
    [InlineData("to=2026-13-01")]
    public async Task A_list_of_the_log_nobody_can_give_is_refused(string query) => (await Client.AdminAsync("/api/admin/audit?" + query)).MustExplain(400);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"from":"2026-03-02T08:00"}""")]
    [InlineData("""{"from":"2026-03-02T08:00","to":"2026-03-02T07:00"}""")]
    [InlineData("""{"from":"2026-03-02T08:00","to":"2026-03-02T09:00","kwh":-1}""")]
    [InlineData("""{"from":"2026-03-02T08:00","to":"2026-03-02T09:00","tariff":{"fen":1}}""")]
    [InlineData("""{"from":"2026-03-02T08:00","to":"2026-03-02T09:00","tariff":3}""")]
    public async Task A_price_example_that_makes_no_sense_is_refused(string body) => (await Client.AdminPostAsync(Campus + "/price-example", body)).MustExplain(400);

    [Fact]
    public async Task A_price_example_of_no_station_is_not_found() => (await Client.AdminPostAsync(
        Campus + "/price-example", """{"group":"9999","from":"2026-03-02T08:00","to":"2026-03-02T09:00"}""")).MustSay(404, "充电站不存在");
}
