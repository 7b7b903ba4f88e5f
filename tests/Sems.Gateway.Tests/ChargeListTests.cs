using System.Text.Json;

namespace Sems.Gateway.Tests;

/// <summary>The list of charges, and one of them.</summary>
public sealed class ChargeListTests(ChargeFixture campus) : IClassFixture<ChargeFixture>
{
    [Theory]
    [InlineData("", "4 3 2 1 0")]
    [InlineData("group=0001", "3 1 0")]
    [InlineData("group=0002", "4 2")]
    [InlineData("group=0001&ammeter=0001", "3 0")]
    [InlineData("ammeter=0001", "3 0")]
    [InlineData("student=1030412535", "3 2 0")]
    [InlineData("student=1030412536&group=0002", "4")]
    [InlineData("status=open", "4 3")]
    [InlineData("status=charging", "3")]
    [InlineData("status=paused", "4")]
    [InlineData("status=low", "")]
    [InlineData("status=ended", "2 1 0")]
    [InlineData("status=ended&student=1030412535&group=0001&ammeter=0001", "0")]
    [InlineData("group=&ammeter=&student=&status=", "4 3 2 1 0")]
    [InlineData("group=9999", "")]
    [InlineData("sort=started_at", "0 1 2 3 4")]
    [InlineData("sort=-ended_at", "2 1 0 4 3")]
    [InlineData("sort=ended_at", "3 4 0 1 2")]
    [InlineData("sort=-energy_kwh&status=ended", "2 1 0")]
    [InlineData("sort=fen&group=0001", "3 0 1")]
    [InlineData("minFen=25", "2 1 0")]
    [InlineData("minFen=26", "")]
    [InlineData("maxFen=25&sort=fen", "0 1 2")]
    [InlineData("from=2001-01-01&to=2001-01-02", "")]
    [InlineData("from=2001-01-01", "4 3 2 1 0")]
    [InlineData("student=1' OR '1'='1", "")]
    public async Task A_filter_finds_its_charges_newest_first(string query, string expected)
    {
        var (found, total) = await ListAsync(query);
        Assert.Equal(expected, found);
        Assert.Equal(expected.Length == 0 ? 0 : expected.Split(' ').Length, total);
    }

    [Theory]
    [InlineData("page=1&pageSize=2", "4 3")]
    [InlineData("page=2&pageSize=2", "2 1")]
    [InlineData("page=3&pageSize=2", "0")]
    [InlineData("page=4&pageSize=2", "")]
    [InlineData("pageSize=5", "4 3 2 1 0")]
    [InlineData("pageSize=500", "4 3 2 1 0")]
    [InlineData("page=2147483647&pageSize=500", "")]
    public async Task A_page_holds_its_part_of_the_list_and_the_total_of_all(string query, string expected)
    {
        var (found, total) = await ListAsync(query);
        Assert.Equal((expected, 5), (found, total));
    }

    [Theory]
    [InlineData("page=0", "page 从 1 开始")]
    [InlineData("page=-1", "page 从 1 开始")]
    [InlineData("pageSize=0", "pageSize 必须是 1 到 500")]
    [InlineData("pageSize=501", "pageSize 必须是 1 到 500")]
    [InlineData("sort=+fen", "sort 必须是 started_at、ended_at、fen 或 energy_kwh，前面加 - 为从大到小")]
    [InlineData("from=soon", "from 必须是日期或时间，如 2026-03-01 或 2026-03-01T08:00:00Z")]
    [InlineData("status=broken", "status 必须是 open、charging、low、paused 或 ended")]
    public async Task A_bad_parameter_is_named(string query, string words) =>
        (await campus.Client.AdminAsync("/api/admin/charges?" + query)).MustSay(400, words);

    [Theory]
    [InlineData("page=abc")]
    [InlineData("page=1.5")]
    [InlineData("pageSize=2147483648")]
    public async Task A_parameter_that_is_no_number_is_refused_with_words(string query) =>
        (await campus.Client.AdminAsync("/api/admin/charges?" + query)).MustExplain(400);

    [Fact]
    public async Task An_ended_charge_shows_its_bill()
    {
        var charge = await OneAsync(campus.Ids[0]);
        Assert.Equal("0001", charge.GetProperty("group").GetString());
        Assert.Equal("0001", charge.GetProperty("ammeter").GetString());
        Assert.Equal("1030412535", charge.GetProperty("student_number").GetString());
        Assert.Equal("5sdf87e4", charge.GetProperty("card_number").GetString());
        Assert.Equal("ended", charge.GetProperty("status").GetString());
        Assert.Equal(TestGateway.Beginning, charge.GetProperty("started_at").GetDateTimeOffset());
        Assert.Equal(TestGateway.Beginning.AddMinutes(30), charge.GetProperty("ended_at").GetDateTimeOffset());
        Assert.Equal(2, charge.GetProperty("samples").GetInt32());
        Assert.Equal(0.25, charge.GetProperty("energy_kwh").GetDouble(), 9);
        var bill = charge.GetProperty("bill");
        Assert.Equal(25, bill.GetProperty("fen").GetInt32());
        Assert.Equal("unpaid", bill.GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_open_charge_has_no_bill_and_shows_what_it_is_doing()
    {
        var charge = await OneAsync(campus.Ids[3]);
        Assert.Equal("charging", charge.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, charge.GetProperty("bill").ValueKind);
        Assert.Equal(JsonValueKind.Null, charge.GetProperty("ended_at").ValueKind);
        Assert.Equal(campus.Ids[3], charge.GetProperty("live").GetProperty("charge_id").GetInt64());
    }

    [Fact]
    public async Task An_open_charge_is_live_in_the_list_too()
    {
        var list = await campus.Client.ChargesAsync("?status=open");
        Assert.Equal([campus.Ids[4], campus.Ids[3]], list.Select(c => c.GetProperty("live").GetProperty("charge_id").GetInt64()));
        Assert.Equal([0, 1], list.Select(c => c.GetProperty("minutes").GetInt64()));
        Assert.All(await campus.Client.ChargesAsync("?status=ended"), ended =>
        {
            Assert.Equal(JsonValueKind.Null, ended.GetProperty("live").ValueKind);
            Assert.Equal(30, ended.GetProperty("minutes").GetInt64());
        });
    }

    [Theory]
    [InlineData("/api/admin/charges/999999")]
    [InlineData("/api/admin/charges/0")]
    [InlineData("/api/admin/charges/-1")]
    [InlineData("/api/admin/charges/999999/curve")]
    [InlineData("/api/admin/charges/999999/decisions")]
    public async Task A_charge_that_is_not_there_is_not_found(string path) => (await campus.Client.AdminAsync(path)).MustSay(404, "充电记录不存在");

    [Fact]
    public async Task A_charge_whose_number_is_none_is_not_found() => (await campus.Client.AdminAsync("/api/admin/charges/abc")).MustExplain(404);

    private async Task<JsonElement> OneAsync(long id) => (await campus.Client.AdminAsync($"/api/admin/charges/{id}")).Json;

    private async Task<(string Found, int Total)> ListAsync(string query)
    {
        var reply = await campus.Client.AdminAsync("/api/admin/charges?" + query);
        Assert.Equal(200, (int)reply.Status);
        var ids = reply.Json.GetProperty("items").EnumerateArray().Select(c => Array.IndexOf(campus.Ids, c.GetProperty("id").GetInt64()));
        return (string.Join(' ', ids), reply.Json.GetProperty("total").GetInt32());
    }
}
