using System.Text.Json;

namespace Sems.Gateway.Tests.Ledger;

/// <summary>Sums, arrears, many bills at once, the overview's days and events. Three bills of 25 fen each were made on the first day.</summary>
public sealed class SummaryTests : IAsyncLifetime
{
    private readonly ChargeFixture _campus = new();

    private SemsClient Client => _campus.Client;

    public Task InitializeAsync() => _campus.InitializeAsync();

    public Task DisposeAsync() => _campus.DisposeAsync();

    [Fact]
    public async Task Sums_are_by_day_station_and_student()
    {
        Assert.Equal(["2026-03-02 bills 3, 75 fen, 75 unpaid"], await SumsAsync("by=day"));
        Assert.Equal(["0001 bills 2, 50 fen, 50 unpaid", "0002 bills 1, 25 fen, 25 unpaid"], await SumsAsync("by=station"));
        Assert.Equal(["1030412535 bills 2, 50 fen, 50 unpaid", "1030412536 bills 1, 25 fen, 25 unpaid"], await SumsAsync("by=student"));
        Assert.Equal(["1030412536 bills 1, 25 fen, 25 unpaid"], await SumsAsync("by=student&page=2&pageSize=1"));
        Assert.Equal(["2026-03-02 bills 1, 25 fen, 25 unpaid"], await SumsAsync("by=day&group=0002"));
        Assert.Equal(["0001 bills 1, 25 fen, 25 unpaid", "0002 bills 1, 25 fen, 25 unpaid"], await SumsAsync("by=station&student=1030412535"));
        Assert.Empty(await SumsAsync("by=day&to=2026-03-02"));
        Assert.Equal("东门", (await GetAsync("/bills/summary?by=station")).GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal(0.5, (await GetAsync("/bills/summary?by=station")).GetProperty("items")[0].GetProperty("energy_kwh").GetDouble(), 9);
        (await Client.AdminAsync("/api/admin/bills/summary?by=hour")).MustSay(400, "by 必须是 day、station 或 student");
        (await Client.AdminAsync("/api/admin/bills/summary?by=student&from=2026-01-01&to=2026-03-01")).MustSay(400, "按学生汇总最多 31 天，请缩小日期范围");
    }

    [Fact]
    public async Task Many_bills_are_settled_at_once_and_each_answers_for_itself()
    {
        var ids = _campus.Ids;
        var reply = await Client.AdminPostAsync("/api/admin/bills/settle", $$"""{"step":"waive","charge_ids":[{{ids[0]}},{{ids[3]}},{{ids[2]}}],"reason":"试运行"}""");
        Assert.Equal(
            $$"""{"results":[{"charge_id":{{ids[0]}},"ok":true,"message":null},{"charge_id":{{ids[3]}},"ok":false,"message":"账单不存在"},{"charge_id":{{ids[2]}},"ok":true,"message":null}]}""",
            reply.Text);
        var arrears = await GetAsync("/arrears");
        Assert.Equal((1, 25), (arrears.GetProperty("total").GetInt32(), arrears.GetProperty("sum_fen").GetInt32()));
        Assert.Equal("1030412536", arrears.GetProperty("items")[0].GetProperty("student_number").GetString());
        Assert.Equal(TestGateway.Beginning.AddMinutes(60), arrears.GetProperty("items")[0].GetProperty("oldest_at").GetDateTimeOffset());
        Assert.Equal(["2026-03-02 bills 3, 75 fen, 25 unpaid"], await SumsAsync("by=day"));
        reply = await Client.AdminPostAsync("/api/admin/bills/settle", $$"""{"step":"pay","charge_ids":[{{ids[0]}}]}""");
        Assert.Equal("账单已减免，请先恢复为未支付", reply.Json.GetProperty("results")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("""{"step":"steal","charge_ids":[1]}""", "step 必须是 pay、waive 或 reopen")]
    [InlineData("""{"charge_ids":[1]}""", "step 必须是 pay、waive 或 reopen")]
    [InlineData("""{"step":"pay","charge_ids":[]}""", "charge_ids 必须是 1 到 500 个账单")]
    [InlineData("""{"step":"pay","charge_ids":[1,1]}""", "同一个账单不能出现两次")]
    public async Task A_bad_request_is_named(string body, string words) => (await Client.AdminPostAsync("/api/admin/bills/settle", body)).MustSay(400, words);

    [Fact]
    public async Task The_overview_knows_its_days_and_sockets()
    {
        await Client.PollAsync("0001");
        (await Client.SampleAsync("0001", "0001", 2, 2, null, 200)).MustBeDone();
        var overview = await GetAsync("/overview");
        Assert.Equal("""{"energy_kwh":0.75,"fen":75,"sessions":3,"bills":3}""", overview.GetProperty("today").GetRawText());
        Assert.Equal("""{"energy_kwh":0,"fen":0,"sessions":0,"bills":0}""", overview.GetProperty("yesterday").GetRawText());
        Assert.Equal("""{"total":8,"free":3,"charging":1,"full":0,"paused":0,"locked":0,"offline":4}""", overview.GetProperty("sockets").GetRawText());
        Assert.Equal(400, overview.GetProperty("power_w").GetDouble());
        _campus.Gateway.Clock.Advance(TimeSpan.FromMinutes((24 * 60) - 46)); // 45 minutes past the beginning, a day later
        overview = await GetAsync("/overview");
        Assert.Equal("""{"energy_kwh":0.75,"fen":75,"sessions":3,"bills":3}""", overview.GetProperty("yesterday").GetRawText());
        Assert.Equal("""{"energy_kwh":0.25,"fen":25,"sessions":1,"bills":1}""", overview.GetProperty("yesterday_so_far").GetRawText());
        Assert.Equal(8, overview.GetProperty("sockets").GetProperty("offline").GetInt32());
    }

    [Fact]
    public async Task Events_are_what_happened_newest_first()
    {
        var items = (await GetAsync("/events")).GetProperty("items").EnumerateArray().ToList();
        var charges = items.Where(e => e.GetProperty("kind").GetString()!.StartsWith("charge", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, charges.Count);
        Assert.Equal(items.Select(e => e.GetProperty("at").GetDateTimeOffset()).OrderDescending(), items.Select(e => e.GetProperty("at").GetDateTimeOffset()));
        Assert.Equal("1030412536 开始充电", charges[0].GetProperty("text").GetString());
        Assert.Contains(charges, e => e.GetProperty("text").GetString() == "1030412535 结束充电，0.25 元" && e.GetProperty("fen").GetInt32() == 25);
        Assert.Single((await GetAsync("/events?limit=1")).GetProperty("items").EnumerateArray());
        (await Client.AdminAsync("/api/admin/events?limit=101")).MustSay(400, "limit 必须是 1 到 100");
    }

    [Fact]
    public async Task A_charge_has_phases_and_controls()
    {
        var id = _campus.Ids[0];
        Assert.Equal(2, (await GetAsync($"/charges/{id}/phases")).GetProperty("phases").GetArrayLength()); // half an hour lies between its two samples
        Assert.Equal("constant_current", (await GetAsync($"/charges/{id}/phases")).GetProperty("phases")[0].GetProperty("phase").GetString());
        Assert.Equal("""{"controls":[]}""", (await Client.AdminAsync($"/api/admin/charges/{id}/controls")).Text);
        (await Client.AdminAsync("/api/admin/charges/999999/phases")).MustSay(404, "充电记录不存在");
        (await Client.AdminAsync("/api/admin/charges/999999/controls")).MustSay(404, "充电记录不存在");
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        var reply = await Client.AdminAsync("/api/admin" + path);
        Assert.True((int)reply.Status == 200, reply.Text);
        return reply.Json;
    }

    private async Task<string[]> SumsAsync(string query) => [.. (await GetAsync("/bills/summary?" + query)).GetProperty("items").EnumerateArray().Select(r =>
        $"{r.GetProperty("key").GetString()} bills {r.GetProperty("bills").GetInt32()}, {r.GetProperty("fen").GetInt32()} fen, {r.GetProperty("unpaid_fen").GetInt32()} unpaid")];
}
