using System.Text.Json;

namespace Sems.Gateway.Tests;

/// <summary>The list of bills and a student's account. Bills 0, 1 and 2 were made 30, 60 and 90 minutes after the beginning, 25 fen each.</summary>
public sealed class BillListTests(ChargeFixture campus) : IClassFixture<ChargeFixture>
{
    [Theory]
    [InlineData("", "2 1 0")]
    [InlineData("student=1030412535", "2 0")]
    [InlineData("group=0001", "1 0")]
    [InlineData("student=1030412535&group=0002", "2")]
    [InlineData("status=unpaid", "2 1 0")]
    [InlineData("status=paid", "")]
    [InlineData("status=waived&group=0001", "")]
    [InlineData("student=&group=&status=&from=&to=", "2 1 0")]
    [InlineData("student=1' OR '1'='1", "")]
    [InlineData("from=AT60", "2 1")]
    [InlineData("to=AT60", "0")]
    [InlineData("from=AT30&to=AT90", "1 0")]
    [InlineData("from=2001-01-01&to=2001-01-02", "")]
    [InlineData("from=2001-01-01T00:00", "2 1 0")]
    [InlineData("from=9999-12-31T23:59:59.5", "")]
    [InlineData("sort=created_at", "0 1 2")]
    [InlineData("sort=-created_at", "2 1 0")]
    [InlineData("sort=fen", "0 1 2")]
    [InlineData("sort=-fen&group=0001", "1 0")]
    [InlineData("minFen=25&maxFen=25", "2 1 0")]
    [InlineData("minFen=26", "")]
    [InlineData("maxFen=24&sort=fen", "")]
    public async Task A_filter_finds_its_bills_newest_first(string query, string expected)
    {
        foreach (var minutes in new[] { 30, 60, 90 })
            query = query.Replace($"AT{minutes}", TestGateway.Beginning.AddMinutes(minutes).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
        Assert.Equal((expected, expected.Length == 0 ? 0 : expected.Split(' ').Length), await ListAsync(query));
    }

    [Fact]
    public async Task A_time_without_an_offset_is_Chinas()
    {
        var second = TestGateway.Beginning.AddMinutes(60);
        Assert.Equal(("2 1", 2), await ListAsync("from=" + second.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:ss")));
        Assert.Equal(("2 1", 2), await ListAsync("from=" + Uri.EscapeDataString(second.ToOffset(TimeSpan.FromHours(-3)).ToString("yyyy-MM-ddTHH:mm:sszzz"))));
        var midnight = new DateTimeOffset(second.ToOffset(TimeSpan.FromHours(8)).Date, TimeSpan.FromHours(8));
        Assert.Equal(3, (await ListAsync($"from={midnight:yyyy-MM-dd}&to={midnight.AddDays(1):yyyy-MM-dd}")).Total);
        Assert.Equal(0, (await ListAsync($"from={midnight.AddDays(1):yyyy-MM-dd}")).Total);
    }

    [Theory]
    [InlineData("page=1&pageSize=2", "2 1")]
    [InlineData("page=2&pageSize=2", "0")]
    [InlineData("page=3&pageSize=2", "")]
    [InlineData("page=2147483647&pageSize=500", "")]
    public async Task A_page_holds_its_part_of_the_list_and_the_total_of_all(string query, string expected) =>
        Assert.Equal((expected, 3), await ListAsync(query));

    [Theory]
    [InlineData("page=0", "page 从 1 开始")]
    [InlineData("pageSize=501", "pageSize 必须是 1 到 500")]
    [InlineData("sort=student", "sort 必须是 created_at 或 fen，前面加 - 为从大到小")]
    [InlineData("status=open", "status 必须是 unpaid、paid 或 waived")]
    [InlineData("status=Paid", "status 必须是 unpaid、paid 或 waived")]
    [InlineData("from=yesterday", "from 必须是日期或时间，如 2026-03-01 或 2026-03-01T08:00:00Z")]
    [InlineData("from=0001-01-01", "from 必须是日期或时间，如 2026-03-01 或 2026-03-01T08:00:00Z")]
    [InlineData("to=2026-02-30", "to 必须是日期或时间，如 2026-03-01 或 2026-03-01T08:00:00Z")]
    public async Task A_bad_parameter_is_named(string query, string words) =>
        (await campus.Client.AdminAsync("/api/admin/bills?" + query)).MustSay(400, words);

    [Fact]
    public async Task A_bill_tells_what_it_is_for()
    {
        var reply = await campus.Client.AdminAsync("/api/admin/bills?student=1030412535&group=0002");
        var (start, end) = (Time(60), Time(90));
        Assert.Equal(
            $$"""{"items":[{"charge_id":{{campus.Ids[2]}},"student_number":"1030412535","group":"0002","ammeter":"21652","started_at":"{{start}}","created_at":"{{end}}","fen":25,"status":"unpaid"}],"total":1,"capped":false,"sum_fen":25}""",
            reply.Text);
    }

    [Fact]
    public async Task An_account_adds_up_and_is_zero_for_a_student_without_bills()
    {
        Assert.Equal(
            """{"student_number":"1030412535","total_fen":50,"unpaid_fen":50,"paid_fen":0,"waived_fen":0,"bills":2,"unpaid_bills":2,"paid_bills":0,"waived_bills":0}""",
            (await campus.Client.AdminAsync("/api/admin/students/1030412535/account")).Text);
        Assert.Equal(0, (await campus.Client.AdminAsync("/api/admin/students/0012345678/account")).Json.GetProperty("bills").GetInt32());
        (await campus.Client.AdminAsync("/api/admin/students/nobody/account")).MustSay(404, "学号不存在");
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task A_bill_that_is_not_there_is_not_found(string id) => (await campus.Client.AdminAsync("/api/admin/bills/" + id)).MustSay(404, "账单不存在");

    [Fact]
    public async Task A_charge_that_has_not_ended_has_no_bill() =>
        (await campus.Client.AdminAsync($"/api/admin/bills/{campus.Ids[3]}")).MustSay(404, "账单不存在");

    private static string Time(int minutes) => JsonSerializer.SerializeToElement(TestGateway.Beginning.AddMinutes(minutes)).GetString()!;

    private async Task<(string Found, int Total)> ListAsync(string query)
    {
        var reply = await campus.Client.AdminAsync("/api/admin/bills?" + query);
        Assert.Equal(200, (int)reply.Status);
        var ids = reply.Json.GetProperty("items").EnumerateArray().Select(b => Array.IndexOf(campus.Ids, b.GetProperty("charge_id").GetInt64()));
        return (string.Join(' ', ids), reply.Json.GetProperty("total").GetInt32());
    }
}
