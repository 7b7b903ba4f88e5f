using Microsoft.Extensions.DependencyInjection;
using Sems.Storage;
using Sems.Storage.Alarms;

namespace Sems.Gateway.Tests;

/// <summary>
/// Alarms as an operator sees them: 1 is over; 2 of the same meter, open, raised twice; 3 of the station itself; 4 elsewhere.
/// </summary>
public sealed class AlarmApiTests : IAsyncLifetime
{
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync();
        await RaiseAsync("a", "0001", "0001", "over_current", AlarmSeverity.Danger, 5, "12.5 A");
        var alarms = _gateway.Services.GetRequiredService<IDatabase>().Alarms;
        await alarms.ClearAsync(new AlarmClear("b", "0001", "0001", "over_current", "over_current", _gateway.Clock.GetUtcNow()));
        await RaiseAsync("c", "0001", "0001", "over_current", AlarmSeverity.Warning, 6, "11 A");
        await RaiseAsync("d", "0001", "0001", "over_current", AlarmSeverity.Danger, 7, "14 A");
        await RaiseAsync("e", "0001", null, "offline", AlarmSeverity.Warning, null, "60 秒没有轮询");
        await RaiseAsync("f", "0002", "21652", "silence", AlarmSeverity.Notice, 8, "60 秒没有采样");
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("", "4 3 2 1")]
    [InlineData("open=true", "4 3 2")]
    [InlineData("open=false", "1")]
    [InlineData("group=0001", "3 2 1")]
    [InlineData("group=0001&ammeter=0001&open=true", "2")]
    [InlineData("rule=offline", "3")]
    [InlineData("severity=danger", "2 1")]
    [InlineData("severity=notice&open=true", "4")]
    [InlineData("charge=7", "2")]
    [InlineData("charge=6", "")]
    [InlineData("acknowledged=true", "")]
    [InlineData("acknowledged=false", "4 3 2 1")]
    [InlineData("group=&ammeter=&rule=&severity=", "4 3 2 1")]
    [InlineData("group=1' OR '1'='1", "")]
    public async Task A_filter_finds_its_alarms_latest_first(string query, string expected) =>
        Assert.Equal((expected, expected.Length == 0 ? 0 : expected.Split(' ').Length), await ListAsync(query));

    [Theory]
    [InlineData("page=1&pageSize=3", "4 3 2")]
    [InlineData("page=2&pageSize=3", "1")]
    [InlineData("page=3&pageSize=3", "")]
    public async Task A_page_holds_its_part_of_the_list_and_the_total_of_all(string query, string expected) =>
        Assert.Equal((expected, 4), await ListAsync(query));

    [Theory]
    [InlineData("page=0", "page 从 1 开始")]
    [InlineData("pageSize=0", "pageSize 必须是 1 到 500")]
    [InlineData("severity=Danger", "severity 必须是 notice、warning 或 danger")]
    [InlineData("open=perhaps", "请求的参数或内容无法识别")]
    public async Task A_bad_parameter_is_named(string query, string words) =>
        (await Client.AdminAsync("/api/admin/alarms?" + query)).MustSay(400, words);

    [Fact]
    public async Task An_alarm_tells_all_that_is_known_of_it()
    {
        var (raised, last) = (Time(2), Time(3));
        Assert.Equal(
            $$"""{"id":2,"group":"0001","ammeter":"0001","rule":"over_current","severity":"danger","open":true,"count":2,"charge_id":7,"message":"14 A","raised_at":"{{raised}}","last_at":"{{last}}","acknowledged_at":null,"acknowledged_by":null,"cleared_at":null,"cleared_by":null}""",
            (await Client.AdminAsync("/api/admin/alarms/2")).Text);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await Client.AdminAsync("/api/admin/alarms/3")).Json.GetProperty("ammeter").ValueKind);
    }

    [Fact]
    public async Task An_acknowledged_alarm_stays_open_and_says_who_was_first_to_see_it()
    {
        var (first, second) = (await StepAsync("2", "acknowledge"), await StepAsync("2", "acknowledge"));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(("admin", true), (first.Json.GetProperty("acknowledged_by").GetString(), first.Json.GetProperty("open").GetBoolean()));
        Assert.Equal(("2", 1), await ListAsync("acknowledged=true"));
        await _gateway.RestartAsync();
        Assert.Equal(first.Text, (await Client.AdminAsync("/api/admin/alarms/2")).Text);
    }

    [Fact]
    public async Task A_cleared_alarm_is_over_and_the_next_event_opens_another()
    {
        var cleared = (await StepAsync("3", "clear")).Json;
        Assert.Equal((false, "admin", "admin"), (
            cleared.GetProperty("open").GetBoolean(), cleared.GetProperty("cleared_by").GetString(), cleared.GetProperty("acknowledged_by").GetString()));
        await StepAsync("3", "clear");
        Assert.Equal(("4 2", 2), await ListAsync("open=true"));
        await RaiseAsync("g", "0001", null, "offline", AlarmSeverity.Warning, null, "再次离线");
        Assert.Equal(("5 3", 2), await ListAsync("rule=offline"));
    }

    [Theory]
    [InlineData("999")]
    [InlineData("-1")]
    public async Task An_alarm_that_is_not_there_is_not_found(string id)
    {
        (await Client.AdminAsync("/api/admin/alarms/" + id)).MustSay(404, "告警不存在");
        foreach (var step in new[] { "acknowledge", "clear" }) (await Client.AdminPostAsync($"/api/admin/alarms/{id}/{step}", null)).MustSay(404, "告警不存在");
        (await Client.AdminPostAsync("/api/admin/alarms/2/forget", null)).MustExplain(404);
    }

    [Fact]
    public async Task The_overview_counts_open_alarms()
    {
        const string path = "/api/admin/overview";
        Assert.Equal("""{"open":3,"unacknowledged":3,"danger":1}""", (await Client.AdminAsync(path)).Json.GetProperty("alarms").GetRawText());
        await StepAsync("2", "acknowledge");
        await StepAsync("4", "clear");
        Assert.Equal("""{"open":2,"unacknowledged":1,"danger":1}""", (await Client.AdminAsync(path)).Json.GetProperty("alarms").GetRawText());
    }

    [Fact]
    public async Task While_alarms_cannot_be_written_a_step_says_503_and_works_afterwards()
    {
        using (var file = new DataFile(Path.Combine(_gateway.Data, "sems.db")))
        {
            file.Run("CREATE TRIGGER stuck BEFORE UPDATE ON alarms BEGIN SELECT missing(); END");
            (await Client.AdminPostAsync("/api/admin/alarms/2/acknowledge", null)).MustSay(503, "服务暂不可用，请稍后再试");
            file.Run("DROP TRIGGER stuck");
        }
        await StepAsync("2", "acknowledge");
    }

    private static string Time(int minutes) => System.Text.Json.JsonSerializer.SerializeToElement(TestGateway.Beginning.AddMinutes(minutes)).GetString()!;

    private async Task RaiseAsync(string occurrence, string group, string? ammeter, string rule, AlarmSeverity severity, long? charge, string message)
    {
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await _gateway.Services.GetRequiredService<IDatabase>().Alarms
            .RaiseAsync(new AlarmRaise(occurrence, group, ammeter, rule, severity, charge, message, _gateway.Clock.GetUtcNow()));
    }

    private async Task<Reply> StepAsync(string id, string step)
    {
        var reply = await Client.AdminPostAsync($"/api/admin/alarms/{id}/{step}", null);
        Assert.Equal(200, (int)reply.Status);
        return reply;
    }

    private async Task<(string Found, int Total)> ListAsync(string query)
    {
        var reply = await Client.AdminAsync("/api/admin/alarms?" + query);
        Assert.Equal(200, (int)reply.Status);
        var ids = reply.Json.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetInt64());
        return (string.Join(' ', ids), reply.Json.GetProperty("total").GetInt32());
    }
}
