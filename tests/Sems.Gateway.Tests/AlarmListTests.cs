using System.Text.Json;

namespace Sems.Gateway.Tests;

/// <summary>Alarms as an operator sees them.</summary>
public sealed class AlarmListTests(AlertFixture campus) : IClassFixture<AlertFixture>
{
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
    [InlineData("sort=-last_at", "4 3 2 1")]
    [InlineData("open=true&sort=-severity", "2 3 4")]
    [InlineData("from=2020-01-01&to=2020-01-02", "")]
    [InlineData("group=1' OR '1'='1", "")]
    public async Task A_filter_finds_its_alarms_latest_first(string query, string expected) =>
        Assert.Equal((expected, expected.Length == 0 ? 0 : expected.Split(' ').Length), await campus.ListAsync("alarms?" + query));

    [Theory]
    [InlineData("page=1&pageSize=3", "4 3 2")]
    [InlineData("page=2&pageSize=3", "1")]
    [InlineData("page=3&pageSize=3", "")]
    public async Task A_page_holds_its_part_of_the_list_and_the_total_of_all(string query, string expected) =>
        Assert.Equal((expected, 4), await campus.ListAsync("alarms?" + query));

    [Theory]
    [InlineData("page=0", "page 从 1 开始")]
    [InlineData("pageSize=0", "pageSize 必须是 1 到 500")]
    [InlineData("severity=Danger", "severity 必须是 notice、warning 或 danger")]
    [InlineData("sort=severity", "sort 必须是 -last_at 或 -severity")]
    [InlineData("from=yesterday", "from 必须是日期或时间，如 2026-03-01 或 2026-03-01T08:00:00Z")]
    [InlineData("open=perhaps", "请求的参数或内容无法识别")]
    public async Task A_bad_parameter_is_named(string query, string words) =>
        (await campus.Client.AdminAsync("/api/admin/alarms?" + query)).MustSay(400, words);

    [Fact]
    public async Task An_alarm_tells_all_that_is_known_of_it()
    {
        var (raised, last) = (AlertFixture.Time(2), AlertFixture.Time(3));
        Assert.Equal(
            $$"""{"id":2,"group":"0001","ammeter":"0001","rule":"over_current","severity":"danger","open":true,"count":2,"charge_id":7,"message":"14 A","raised_at":"{{raised}}","last_at":"{{last}}","acknowledged_at":null,"acknowledged_by":null,"cleared_at":null,"cleared_by":null}""",
            (await campus.Client.AdminAsync("/api/admin/alarms/2")).Text);
        Assert.Equal(JsonValueKind.Null, (await campus.Client.AdminAsync("/api/admin/alarms/3")).Json.GetProperty("ammeter").ValueKind);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("-1")]
    public async Task An_alarm_that_is_not_there_is_not_found(string id)
    {
        (await campus.Client.AdminAsync("/api/admin/alarms/" + id)).MustSay(404, "告警不存在");
        foreach (var step in new[] { "acknowledge", "clear" }) (await campus.Client.AdminPostAsync($"/api/admin/alarms/{id}/{step}", null)).MustSay(404, "告警不存在");
        (await campus.Client.AdminPostAsync("/api/admin/alarms/2/forget", null)).MustExplain(404);
    }
}
