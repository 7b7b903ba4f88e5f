using System.Text.Json;

namespace Sems.Gateway.Tests.Student.Reading;

/// <summary>What a student reads of five charges: Jack's first and third ended, his fourth charges; Rose's second ended, her fifth is paused.</summary>
public sealed class ReadingTests(ChargeFixture fixture) : IClassFixture<ChargeFixture>, IAsyncLifetime
{
    private const string Rose = "1030412536";
    private WebSession _jack = null!;
    private WebSession _rose = null!;

    public async Task InitializeAsync() => (_jack, _rose) = (await WebSession.StudentAsync(fixture.Gateway), await WebSession.StudentAsync(fixture.Gateway, Rose));

    public Task DisposeAsync()
    {
        _jack.Dispose();
        _rose.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("", "3 2 0")]
    [InlineData("?pageSize=2", "3 2")]
    [InlineData("?pageSize=2&page=2", "0")]
    [InlineData("?status=ended", "2 0")]
    [InlineData("?status=open", "3")]
    [InlineData("?status=paused", "")]
    [InlineData("?from=2030-01-01", "")]
    [InlineData("?student=1030412536", "3 2 0")]
    public async Task Charges_are_ones_own(string query, string ids) => Assert.Equal(ids, await ListAsync(_jack, "/api/student/charges" + query));

    [Fact]
    public async Task The_other_student_has_others() => Assert.Equal(("4 1", "1"), (await ListAsync(_rose, "/api/student/charges"), await ListAsync(_rose, "/api/student/bills")));

    [Theory]
    [InlineData("/api/student/charges?status=done", "status 必须是 open、charging、low、paused 或 ended")]
    [InlineData("/api/student/charges?pageSize=101", "pageSize 必须是 1 到 100")]
    [InlineData("/api/student/bills?page=0", "page 从 1 开始")]
    [InlineData("/api/student/bills?status=done", "status 必须是 unpaid、paid 或 waived")]
    [InlineData("/api/student/months?count=37", "count 必须是 1 到 36")]
    [InlineData("/api/student/months/2026-13", "月份必须写成 2026-03 这样")]
    [InlineData("/api/student/stations?latitude=31", "latitude 必须是 -90 到 90，longitude 必须是 -180 到 180，两个都要给出")]
    [InlineData("/api/student/stations/0001?latitude=31&longitude=181", "latitude 必须是 -90 到 90，longitude 必须是 -180 到 180，两个都要给出")]
    [InlineData("/api/student/charges/1/curve?points=2", "points 必须是 3 到 100000 的整数")]
    [InlineData("/api/student/live?topics=overview", "没有主题 overview")]
    [InlineData("/api/student/live?topics=home:1030412536", "没有主题 home:1030412536")]
    [InlineData("/api/student/live?topics=", "topics 必须是 1 到 12 个主题，如 home,places")]
    public async Task What_is_no_request_is_refused(string path, string words) => (await _jack.SendAsync(HttpMethod.Get, path)).MustSay(400, words);

    [Fact]
    public async Task A_charge_has_its_names_and_its_price()
    {
        var charge = (await GetAsync(_jack, $"/api/student/charges/{fixture.Ids[0]}")).GetRawText();
        var start = JsonSerializer.Serialize(TestGateway.Beginning);
        Assert.Equal($$"""
            {"charge_id":{{fixture.Ids[0]}},"group":"0001","station_name":"东门","ammeter":"0001","socket_name":"东门 1 号","status":"ended","started_at":{{start}},"ended_at":{{JsonSerializer.Serialize(TestGateway.Beginning.AddMinutes(30))}},"full_at":null,"seconds":1800,"energy_kwh":0.25,"fen":25,"bill_status":"unpaid","end_reason":"card","notes":[]}
            """, charge);
    }

    [Fact]
    public async Task An_open_charge_says_how_it_goes_by_now()
    {
        var charge = await GetAsync(_jack, $"/api/student/charges/{fixture.Ids[3]}");
        Assert.Equal(("charging", 60, 1), (charge.GetProperty("status").GetString(), charge.GetProperty("seconds").GetInt32(), charge.GetProperty("fen").GetInt32()));
        Assert.Equal(JsonValueKind.Null, charge.GetProperty("bill_status").ValueKind);
    }

    /// <summary>Another's things are answered as things that are not there, word for word.</summary>
    [Theory]
    [InlineData("/api/student/charges/{0}")]
    [InlineData("/api/student/charges/{0}/curve")]
    [InlineData("/api/student/charges/{0}/phases")]
    [InlineData("/api/student/bills/{0}")]
    [InlineData("/api/student/live?topics=home,session:{0}")]
    public async Task Nothing_of_anothers_is_there(string path)
    {
        var none = await _jack.SendAsync(HttpMethod.Get, string.Format(path, 999));
        Assert.Equal(404, (int)none.Status);
        foreach (var id in new[] { fixture.Ids[1], fixture.Ids[4] })
        {
            var anothers = await _jack.SendAsync(HttpMethod.Get, string.Format(path, id));
            Assert.Equal((none.Status, none.Text), (anothers.Status, anothers.Text));
        }
        if (path.Contains("live")) return;
        Assert.Equal(200, (int)(await _rose.SendAsync(HttpMethod.Get, string.Format(path, fixture.Ids[1]))).Status);
    }

    [Fact]
    public async Task Nothing_read_tells_of_another_student()
    {
        string[] paths = ["/home", "/charges", "/bills", "/months", "/pushes", "/stations", "/stations/0001", "/stations/0002", $"/charges/{fixture.Ids[0]}", $"/bills/{fixture.Ids[0]}"];
        foreach (var path in paths)
        {
            var text = (await _jack.SendAsync(HttpMethod.Get, "/api/student" + path)).Text;
            Assert.DoesNotContain(Rose, text);
            Assert.DoesNotContain("rose", text);
        }
    }

    [Fact]
    public async Task A_curve_is_the_operators()
    {
        var reply = await GetAsync(_jack, $"/api/student/charges/{fixture.Ids[0]}/curve");
        Assert.Equal("""{"points":[[1000,2,null,1,null],[2800,2,null,1.25,null]],"gaps":[[1000,2800]]}""", reply.GetRawText());
        var thinned = await GetAsync(_jack, $"/api/student/charges/{fixture.Ids[0]}/curve?points=3");
        Assert.Equal(2, thinned.GetProperty("points").GetArrayLength());
    }

    [Fact]
    public async Task A_bill_has_parts_that_sum_to_it()
    {
        var bill = await GetAsync(_jack, $"/api/student/bills/{fixture.Ids[0]}");
        Assert.Equal(("unpaid", "0.50 元/小时"), (bill.GetProperty("status").GetString(), bill.GetProperty("tariff").GetString()));
        Assert.Equal("""[{"what":"占用时长，0.50 元/小时","seconds":1800,"energy_kwh":null,"fen":25}]""", bill.GetProperty("parts").GetRawText());
        Assert.Equal(fixture.Ids[0], bill.GetProperty("charge").GetProperty("charge_id").GetInt64());
        Assert.Equal("2 0", await ListAsync(_jack, "/api/student/bills"));
        Assert.Equal("2 0", await ListAsync(_jack, "/api/student/bills?status=unpaid"));
        Assert.Equal("", await ListAsync(_jack, "/api/student/bills?status=paid"));
        Assert.Equal(404, (int)(await _jack.SendAsync(HttpMethod.Get, $"/api/student/bills/{fixture.Ids[3]}")).Status); // not billed yet
    }

    [Fact]
    public async Task Months_without_charges_are_there()
    {
        var months = (await GetAsync(_jack, "/api/student/months")).GetProperty("months").EnumerateArray().ToList();
        Assert.Equal(12, months.Count);
        Assert.Equal("2025-04", months[0].GetProperty("month").GetString());
        Assert.Equal("""{"month":"2025-04","charges":0,"energy_kwh":0,"fen":0,"unpaid_fen":0}""", months[0].GetRawText());
        Assert.Equal("""{"month":"2026-03","charges":2,"energy_kwh":0.5,"fen":50,"unpaid_fen":50}""", months[^1].GetRawText());
        var days = (await GetAsync(_jack, "/api/student/months/2026-03")).GetProperty("days").EnumerateArray().ToList();
        Assert.Equal(31, days.Count);
        var day = Assert.Single(days, d => d.GetProperty("charges").GetInt32() > 0);
        Assert.Equal((2, 50), (day.GetProperty("charges").GetInt32(), day.GetProperty("fen").GetInt32()));
        Assert.Equal(28, (await GetAsync(_jack, "/api/student/months/2025-02")).GetProperty("days").GetArrayLength());
    }

    [Fact]
    public async Task Pushes_are_ones_own_in_words()
    {
        var pushes = (await GetAsync(_jack, "/api/student/pushes")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([fixture.Ids[2], fixture.Ids[0]], pushes.Select(p => p.GetProperty("charge_id").GetInt64()));
        Assert.Equal("pay_finish", pushes[0].GetProperty("kind").GetString());
        Assert.StartsWith("【SEMS】充电已结束", pushes[0].GetProperty("text").GetString());
        Assert.Contains(pushes[0].GetProperty("state").GetString(), new[] { "sent", "waiting" });
    }

    [Fact]
    public async Task Home_has_what_charges_what_was_last_and_what_is_owed()
    {
        var home = await GetAsync(_jack, "/api/student/home");
        var session = Assert.Single(home.GetProperty("sessions").EnumerateArray());
        Assert.Equal(fixture.Ids[3], session.GetProperty("charge_id").GetInt64());
        Assert.Equal("""{"on":false,"off":true,"why_not":null}""", session.GetProperty("can").GetRawText());
        Assert.Equal(("charging", "on", "东门", "东门 1 号"), (session.GetProperty("switch").GetString(), session.GetProperty("level").GetString(),
            session.GetProperty("station_name").GetString(), session.GetProperty("socket_name").GetString()));
        Assert.Equal("""{"percent":null,"basis":"none","uncertainty":null,"seconds_to_full":null,"left_percent":null,"capacity_kwh":null,"energy_in_kwh":0}""", session.GetProperty("gauge").GetRawText());
        Assert.Equal(fixture.Ids[2], home.GetProperty("last").GetProperty("charge_id").GetInt64());
        Assert.Equal("""{"month":"2026-03","charges":2,"energy_kwh":0.5,"fen":50}""", home.GetProperty("month").GetRawText());
        Assert.Equal("""{"fen":50,"count":2}""", home.GetProperty("unpaid").GetRawText());
        Assert.Equal("""[{"code":"already_charging","message":"您已有正在进行的充电，结束后才能再次开始"}]""", home.GetProperty("obstacles").GetRawText());
    }

    [Fact]
    public async Task A_command_of_somebody_else_is_not_mine()
    {
        var session = Assert.Single((await GetAsync(_rose, "/api/student/home")).GetProperty("sessions").EnumerateArray());
        Assert.Equal(("off", false), (session.GetProperty("pending").GetProperty("level").GetString(), session.GetProperty("pending").GetProperty("by_me").GetBoolean()));
        Assert.DoesNotContain("admin", session.GetRawText());
        Assert.Equal("""{"on":true,"off":false,"why_not":null}""", session.GetProperty("can").GetRawText());
    }

    [Fact]
    public async Task Stations_are_nearest_first()
    {
        var all = await GetAsync(_jack, "/api/student/stations");
        Assert.Equal(JsonValueKind.Null, all.GetProperty("origin").ValueKind);
        Assert.Equal(["0001", "0002", "0003"], all.GetProperty("stations").EnumerateArray().Select(s => s.GetProperty("group").GetString()));
        var near = await GetAsync(_jack, "/api/student/stations?latitude=31.4857&longitude=120.2833");
        Assert.Equal("given", near.GetProperty("origin").GetProperty("from").GetString());
        var first = near.GetProperty("stations")[0];
        Assert.Equal(("0001", 4, 3, 1), (first.GetProperty("group").GetString(), first.GetProperty("total").GetInt32(), first.GetProperty("free").GetInt32(), first.GetProperty("charging").GetInt32()));
        Assert.InRange(first.GetProperty("distance_m").GetDouble(), 945, 953); // 0.01° of longitude there: 111.32 km · cos 31.4857° = 949 m
        var sockets = (await GetAsync(_jack, "/api/student/stations/0002")).GetProperty("sockets").EnumerateArray();
        Assert.Equal("1 free|14524 free|21652 free|54855 paused", string.Join('|', sockets.Select(s => $"{s.GetProperty("ammeter").GetString()} {s.GetProperty("state").GetString()}")));
        (await _jack.SendAsync(HttpMethod.Get, "/api/student/stations/0009")).MustSay(404, "充电站不存在");
    }

    [Fact]
    public async Task The_map_is_the_operators() => Assert.Equal(
        (await fixture.Client.AdminAsync("/api/admin/map")).Text, (await _jack.SendAsync(HttpMethod.Get, "/api/student/map")).Text);

    [Fact]
    public async Task Who_is_signed_out_reads_nothing()
    {
        using var nobody = new WebSession(fixture.Client.Http.BaseAddress!, WebSession.StudentSession);
        foreach (var route in StudentRouteTable.All.Where(r => r.Whose != "anyone" && !r.Changes))
            Assert.Equal(401, await nobody.GetAsync(route.Path.Replace("{id}", "1").Replace("{charge_id}", "1").Replace("{month}", "2026-03").Replace("{group}", "0001")));
    }

    private static async Task<JsonElement> GetAsync(WebSession web, string path)
    {
        var reply = await web.SendAsync(HttpMethod.Get, path);
        Assert.True((int)reply.Status == 200, $"{path}: {reply.Text}");
        return reply.Json;
    }

    private async Task<string> ListAsync(WebSession web, string path) => string.Join(' ', (await GetAsync(web, path)).GetProperty("items").EnumerateArray()
        .Select(i => Array.IndexOf(fixture.Ids, i.GetProperty("charge_id").GetInt64())));
}
