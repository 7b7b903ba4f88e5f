using System.Text.Json;

namespace Sems.Gateway.Tests;

/// <summary>An administrator reads and changes settings, and what follows from it.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private const string Card = "5sdf87e4";
    private const string Campus = "/api/admin/settings";
    private const string Station = "/api/admin/stations/0001/settings";
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync(("Charging:Tariff:FenPerHour", "60"), ("Charging:Rules:OverCurrent:Limit", "9.5"));

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task The_campuss_settings_tell_what_is_set_in_force_and_configured()
    {
        await ChangeAsync(HttpMethod.Patch, Campus, """{"version":0,"settings":{"tariff":{"fen_per_hour":80},"arrears_limit_fen":"none"}}""");
        await ChangeAsync(HttpMethod.Put, Station, """{"version":0,"settings":{"tariff":{"fen_per_hour":90}}}""");
        var view = (await Client.AdminAsync(Campus)).Json;
        Assert.Equal("""{"tariff":{"fen_per_hour":80},"arrears_limit_fen":"none"}""", view.GetProperty("set").GetRawText());
        Assert.Equal((80, 60), (FenPerHour(view, "effective"), FenPerHour(view, "defaults")));
        Assert.Equal(9.5, view.GetProperty("effective").GetProperty("rules").GetProperty("over_current").GetProperty("limit").GetDouble());
        Assert.Equal(JsonValueKind.Null, view.GetProperty("group").ValueKind);
        Assert.Equal((1, "admin", TestGateway.Beginning), (Version(view), view.GetProperty("changed_by").GetString(), view.GetProperty("changed_at").GetDateTimeOffset()));
        var station = Assert.Single(view.GetProperty("stations").EnumerateArray());
        Assert.Equal(("0001", 1, """{"tariff":{"fen_per_hour":90}}"""), (station.GetProperty("group").GetString(), Version(station), station.GetProperty("set").GetRawText()));
    }

    [Fact]
    public async Task A_station_is_set_apart_and_cleared_again()
    {
        await ChangeAsync(HttpMethod.Put, Station, """{"version":0,"settings":{"tariff":{"fen_per_hour":90},"offline_after_seconds":30}}""");
        var patched = await ChangeAsync(HttpMethod.Patch, Station, """{"version":1,"settings":{"offline_after_seconds":null}}""");
        Assert.Equal(("""{"tariff":{"fen_per_hour":90}}""", 2), (patched.GetProperty("set").GetRawText(), Version(patched)));
        Assert.Equal((90, 60), (FenPerHour(patched, "effective"), FenPerHour(patched, "defaults")));
        (await Client.AdminSendAsync(HttpMethod.Delete, Station, null)).MustSay(400, "version 必须是读取设置时得到的版本号");
        (await Client.AdminSendAsync(HttpMethod.Delete, Station + "?version=1", null)).MustSay(409, "设置已被他人修改，请重新读取后再改");
        var cleared = await ChangeAsync(HttpMethod.Delete, Station + "?version=2", null);
        Assert.Equal(("{}", 3, 60), (cleared.GetProperty("set").GetRawText(), Version(cleared), FenPerHour(cleared, "effective")));
    }

    [Fact]
    public async Task All_faults_are_told_at_once_each_with_field_value_and_range()
    {
        var reply = await Client.AdminSendAsync(HttpMethod.Put, Station,
            """{"version":0,"settings":{"tariff":{"fen_per_hour":-1,"x":2},"rules":{"over_current":{"limit":200,"action":"cut"}},"sessions_per_student":2}}""");
        Assert.Equal(400, (int)reply.Status);
        Assert.Equal(
            [
                "tariff.fen_per_hour|-1|应为 0 到 100000 的整数",
                "tariff.x|2|没有这项设置",
                "rules.over_current.limit|200|应为 0.5 到 100 的数",
                "rules.over_current.action|\"cut\"|应为 notice、alarm 或 lock",
                "sessions_per_student|2|只能为全校设置，不能为充电站设置",
            ],
            reply.Json.GetProperty("faults").EnumerateArray().Select(f => string.Join('|', f.EnumerateObject().Select(p => p.Value.GetString()))));
        Assert.StartsWith("设置无效：tariff.fen_per_hour 是 -1，应为 0 到 100000 的整数；tariff.x 是 2，没有这项设置；", reply.Json.GetProperty("message").GetString());
        Assert.Equal(0, Version((await Client.AdminAsync(Station)).Json));
    }

    [Fact]
    public async Task A_change_on_an_old_version_is_refused_and_tells_to_read_again()
    {
        await ChangeAsync(HttpMethod.Patch, Campus, """{"version":0,"settings":{"tariff":{"fen_per_hour":80}}}""");
        (await Client.AdminSendAsync(HttpMethod.Patch, Campus, """{"version":0,"settings":{"tariff":{"fen_per_hour":90}}}""")).MustSay(409, "设置已被他人修改，请重新读取后再改");
        Assert.Equal(80, FenPerHour((await Client.AdminAsync(Campus)).Json, "effective"));
    }

    [Fact]
    public async Task A_new_tariff_is_seen_by_the_next_bill_and_not_by_the_running_session()
    {
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        await ChangeAsync(HttpMethod.Patch, Station, """{"version":0,"settings":{"tariff":{"fen_per_hour":600}}}""");
        _gateway.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Client.EndAsync(Card, "0001", "0001")).MustBeDone();
        await _gateway.RestartAsync();
        foreach (var group in new[] { "0001", "0002" })
        {
            var meter = group == "0001" ? "0001" : "1";
            (await Client.StartAsync(Card, group, meter)).MustBeDone();
            _gateway.Clock.Advance(TimeSpan.FromMinutes(30));
            (await Client.EndAsync(Card, group, meter)).MustBeDone();
        }
        Assert.Equal([30, 300, 30], (await Client.ChargesAsync()).Select(c => c.GetProperty("bill").GetProperty("fen").GetInt32()));
    }

    [Fact]
    public async Task A_stations_own_full_rule_is_in_force_on_the_next_sample()
    {
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        (await Client.StartAsync("rose-card", "0002", "1")).MustBeDone();
        for (var i = 0; i < 5; i++) await SampleBothAsync(i, 1.5);
        for (var i = 5; i < 7; i++) await SampleBothAsync(i, 0.1);
        Assert.Equal("charging charging", await StatesAsync());
        await ChangeAsync(HttpMethod.Patch, Station, """{"version":0,"settings":{"full":{"tail_samples":3}}}""");
        await SampleBothAsync(7, 0.1);
        Assert.Equal("low charging", await StatesAsync());
        await SampleBothAsync(8, 0.1);
        await SampleBothAsync(9, 0.1);
        Assert.Equal("low low", await StatesAsync());
    }

    [Fact]
    public async Task A_station_is_offline_after_its_own_time()
    {
        await ChangeAsync(HttpMethod.Patch, Station, """{"version":0,"settings":{"offline_after_seconds":600}}""");
        await Client.PollAsync("0001");
        await Client.PollAsync("0002");
        _gateway.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await Client.AdminAsync("/api/admin/stations/0001")).Json.GetProperty("online").GetBoolean());
        Assert.False((await Client.AdminAsync("/api/admin/stations/0002")).Json.GetProperty("online").GetBoolean());
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("audit_log")]
    public async Task While_a_change_cannot_be_written_whole_it_is_not_made_and_works_afterwards(string table)
    {
        const string change = """{"version":0,"settings":{"tariff":{"fen_per_hour":80}}}""";
        using (var file = new DataFile(Path.Combine(_gateway.Data, "sems.db")))
        {
            file.Run($"ALTER TABLE {table} RENAME TO away");
            (await Client.AdminSendAsync(HttpMethod.Patch, Campus, change)).MustSay(503, "服务暂不可用，请稍后再试");
            file.Run($"ALTER TABLE away RENAME TO {table}");
        }
        Assert.Equal((0, 60), (Version((await Client.AdminAsync(Campus)).Json), FenPerHour((await Client.AdminAsync(Campus)).Json, "effective")));
        Assert.Empty(await AuditAsync("?who=admin"));
        Assert.Equal(80, FenPerHour(await ChangeAsync(HttpMethod.Patch, Campus, change), "effective"));
    }

    [Fact]
    public async Task With_stored_settings_that_cannot_be_used_it_does_not_start_and_says_which()
    {
        await ChangeAsync(HttpMethod.Patch, Campus, """{"version":0,"settings":{"tariff":{"fen_per_hour":80}}}""");
        using (var file = new DataFile(Path.Combine(_gateway.Data, "sems.db"))) file.Run("""UPDATE settings SET settings_json = '{"tariff":{"fen_per_hour":-80}}'""");
        var refused = await Assert.ThrowsAsync<FormatException>(_gateway.RestartAsync);
        Assert.Equal("the stored settings of campus cannot be used: tariff.fen_per_hour must be a whole number from 0 to 100000, it is -80", refused.Message);
    }

    [Fact]
    public async Task The_audit_log_tells_who_changed_what_from_what_to_what()
    {
        await ChangeAsync(HttpMethod.Patch, Campus, """{"version":0,"settings":{"offline_after_seconds":70}}""");
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(HttpMethod.Put, Station, """{"version":0,"settings":{"offline_after_seconds":80}}""");
        await ChangeAsync(HttpMethod.Delete, Station + "?version=1", null);
        Assert.Equal(200, (int)(await Client.RotateKeyAsync("0002")).Status);
        await _gateway.RestartAsync();
        string[] all =
        [
            """admin station_key.rotate station/0002 {"has_key":false} {"has_key":true,"former_until":"2026-03-03T00:01:00+00:00"}""",
            """admin settings.clear station/0001 {"offline_after_seconds":80} {}""",
            """admin settings.change station/0001 null {"offline_after_seconds":80}""",
            """admin settings.change campus null {"offline_after_seconds":70}""",
            """import import campus null {"students":{"stored":14,"skipped":0},"stations":{"stored":3,"skipped":0},"ammeters":{"stored":8,"skipped":0}}""",
        ];
        Assert.Equal(all, await AuditAsync(""));
        Assert.Equal(all[2..4], await AuditAsync("?what=settings.change"));
        Assert.Equal(all[1..3], await AuditAsync("?subject=station/0001"));
        Assert.Equal(all[..3], await AuditAsync("?who=admin&from=2026-03-02T08:01"));
        Assert.Equal(all[3..], await AuditAsync("?to=2026-03-02T00:01:00Z"));
        Assert.Equal(all[2..4], await AuditAsync("?page=2&pageSize=2"));
        Assert.Equal(5, (await Client.AdminAsync("/api/admin/audit?pageSize=1")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_price_example_needs_no_saving()
    {
        await ChangeAsync(HttpMethod.Patch, Station, """{"version":0,"settings":{"tariff":{"fen_per_kwh":100}}}""");
        const string times = """ "from":"2026-03-02T08:00","to":"2026-03-02T10:00" """;
        Assert.Equal(120, (await ExampleAsync($$"""{ {{times}} }""")).GetProperty("fen").GetInt32());
        Assert.Equal(270, (await ExampleAsync($$"""{"group":"0001","kwh":1.5,{{times}} }""")).GetProperty("fen").GetInt32());
        var example = await ExampleAsync($$"""{"group":"0001","kwh":1.5,"tariff":{"cap_fen":200,"free_minutes":60},{{times}} }""");
        Assert.Equal((200, true), (example.GetProperty("fen").GetInt32(), example.GetProperty("capped").GetBoolean()));
        Assert.Equal("""[{"band":0,"charged_seconds":3600,"time_fen":60,"kwh":1.5,"energy_fen":150}]""", example.GetProperty("parts").GetRawText());
        Assert.Equal(1, Version((await Client.AdminAsync(Station)).Json));
    }

    private static int Version(JsonElement view) => view.GetProperty("version").GetInt32();

    private static int FenPerHour(JsonElement view, string which) => view.GetProperty(which).GetProperty("tariff").GetProperty("fen_per_hour").GetInt32();

    private async Task<JsonElement> ChangeAsync(HttpMethod method, string path, string? body)
    {
        var reply = await Client.AdminSendAsync(method, path, body);
        Assert.True((int)reply.Status == 200, reply.Text);
        return reply.Json;
    }

    private async Task<JsonElement> ExampleAsync(string body)
    {
        var reply = await Client.AdminPostAsync(Campus + "/price-example", body);
        Assert.True((int)reply.Status == 200, reply.Text);
        return reply.Json;
    }

    private async Task<string[]> AuditAsync(string query) =>
    [
        .. (await Client.AdminAsync("/api/admin/audit" + query)).Json.GetProperty("items").EnumerateArray().Select(r => string.Join(' ',
            r.GetProperty("who").GetString(), r.GetProperty("what").GetString(), r.GetProperty("subject").GetString(),
            r.GetProperty("before").GetRawText(), r.GetProperty("after").GetRawText())),
    ];

    private async Task SampleBothAsync(int i, double current)
    {
        (await Client.SampleAsync("0001", "0001", current, 0, 1_772_400_000 + (10 * i))).MustBeDone();
        (await Client.SampleAsync("0002", "1", current, 0, 1_772_400_000 + (10 * i))).MustBeDone();
        _gateway.Clock.Advance(TimeSpan.FromSeconds(10));
    }

    private async Task<string> StatesAsync()
    {
        var one = (await Client.AdminAsync("/api/admin/ammeters/0001/0001")).Json.GetProperty("state").GetString();
        return $"{one} {(await Client.AdminAsync("/api/admin/ammeters/0002/1")).Json.GetProperty("state").GetString()}";
    }
}
