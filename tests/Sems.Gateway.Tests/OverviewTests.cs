using System.Text.Json;

namespace Sems.Gateway.Tests;

/// <summary>The campus, its stations and meters as an operator sees them.</summary>
public sealed class OverviewTests : IAsyncLifetime
{
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task The_overview_counts_what_there_is_and_what_happened()
    {
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await Client.SampleAsync("0001", "0001", 1.5, 0.1, 100)).MustBeDone();
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        (await Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await Client.StartAsync("5sdf87e4", "0001", "0002")).MustBeDone();
        (await Client.StartAsync("rose-card", "0002", "21652")).MustBeDone();

        var overview = (await Client.AdminAsync("/api/admin/overview")).Json;
        Assert.Equal(Campus.Students.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1, overview.GetProperty("students").GetInt32());
        Assert.Equal(8, overview.GetProperty("ammeters").GetInt32());
        Assert.Equal(2, overview.GetProperty("sessions_open").GetInt32());
        Assert.Equal(1, overview.GetProperty("sessions_completed").GetInt32());
        Assert.Equal(1, overview.GetProperty("bills").GetInt32());
        Assert.Equal(50, overview.GetProperty("bills_fen").GetInt32());
        Assert.Equal(50, overview.GetProperty("unpaid_fen").GetInt32());
        Assert.Equal(1, overview.GetProperty("samples").GetInt32());
        Assert.Equal(TestGateway.Beginning.AddHours(1), overview.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(["0001", "0002", "0003"], overview.GetProperty("stations").EnumerateArray().Select(s => s.GetProperty("group").GetString()!));
    }

    [Theory]
    [InlineData("/api/admin/stations/%20")]
    [InlineData("/api/admin/stations/%E2%80%A8/settings")]
    [InlineData("/api/admin/ammeters/0001/%20%20")]
    public async Task Nothing_has_a_number_of_blanks(string page) => Assert.Equal(404, (int)(await Client.AdminAsync(page)).Status);

    [Fact]
    public async Task A_station_shows_its_meters_by_state()
    {
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await Client.StartAsync("rose-card", "0001", "0002")).MustBeDone();
        await Client.ControlAsync("0001", "0002", "off");
        await Client.ControlAsync("0001", "0003", "lock");

        var station = (await Client.AdminAsync("/api/admin/stations/0001")).Json;
        Assert.Equal("东门", station.GetProperty("name").GetString());
        Assert.Equal(31.4857, station.GetProperty("latitude").GetDouble());
        Assert.Equal(120.2733, station.GetProperty("longitude").GetDouble());
        foreach (var (count, value) in new[] { ("total", 4), ("free", 1), ("charging", 1), ("full", 0), ("paused", 1), ("locked", 1) })
            Assert.Equal((count, value), (count, station.GetProperty(count).GetInt32()));
        Assert.Equal(
            ["000000000000 东门 4 号 idle release", "0001 东门 1 号 charging on", "0002 东门 2 号 paused off", "0003 东门 3 号 locked lock"],
            station.GetProperty("ammeters").EnumerateArray().Select(a =>
                $"{a.GetProperty("ammeter").GetString()} {a.GetProperty("name").GetString()} {a.GetProperty("state").GetString()} {a.GetProperty("control").GetString()}"));
    }

    [Fact]
    public async Task A_station_shows_the_sessions_and_commands_of_its_meters()
    {
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await Client.SampleAsync("0001", "0001", 1.5, 0.1, 100)).MustBeDone();
        await Client.ControlAsync("0001", "0002", "lock");
        await Client.ControlAsync("0001", "0003", "lock");
        await Client.ControlAsync("0001", "0003", "unlock");
        Assert.Equal("1.5 by nobody|none by admin|none by admin|none by nobody", await TellAsync());
        await Client.PollAsync("0001");
        Assert.Equal("1.5 by nobody|none by nobody|none by nobody|none by nobody", await TellAsync());

        async Task<string> TellAsync() => string.Join('|', new[] { "0001", "0002", "0003", "000000000000" }.Select(
            (await Client.AdminAsync("/api/admin/stations/0001")).Json.GetProperty("ammeters").EnumerateArray().ToDictionary(
                a => a.GetProperty("ammeter").GetString()!, a => $"{Of(a, "session", "current_a") ?? "none"} by {Of(a, "pending", "by") ?? "nobody"}").GetValueOrDefault));

        static string? Of(JsonElement meter, string part, string field) =>
            meter.GetProperty(part) is { ValueKind: JsonValueKind.Object } there ? there.GetProperty(field).ToString() : null;
    }

    [Fact]
    public async Task A_station_is_online_for_a_minute_after_its_poll()
    {
        Assert.Equal((false, (DateTimeOffset?)null), await OnlineAsync());
        await Client.PollAsync("0001");
        Assert.Equal((true, TestGateway.Beginning), await OnlineAsync());
        _gateway.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal((true, TestGateway.Beginning), await OnlineAsync());
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((false, TestGateway.Beginning), await OnlineAsync());
    }

    [Fact]
    public async Task A_meter_shows_its_session_live()
    {
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Client.SampleAsync("0001", "0001", 1.718, 0.032, 1467753314, 221.5)).MustBeDone();

        var meter = (await Client.AdminAsync("/api/admin/ammeters/0001/0001")).Json;
        Assert.Equal("东门 1 号", meter.GetProperty("name").GetString());
        Assert.Equal("charging", meter.GetProperty("state").GetString());
        Assert.Equal("on", meter.GetProperty("control").GetString());
        Assert.Equal(JsonValueKind.Null, meter.GetProperty("pending").ValueKind);
        var session = meter.GetProperty("session");
        Assert.Equal("1030412535", session.GetProperty("student_number").GetString());
        Assert.Equal(TestGateway.Beginning, session.GetProperty("started_at").GetDateTimeOffset());
        Assert.Equal(1, session.GetProperty("samples").GetInt32());
        Assert.Equal(25, session.GetProperty("fen").GetInt32());
        Assert.Equal(1.718, session.GetProperty("current_a").GetDouble());
        Assert.Equal(221.5, session.GetProperty("voltage_v").GetDouble());
        Assert.Equal(JsonValueKind.Null, session.GetProperty("power_w").ValueKind);
        Assert.Equal(TestGateway.Beginning.AddMinutes(30), session.GetProperty("last_sample_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found_and_said_so()
    {
        (await Client.AdminAsync("/api/admin/stations/9999")).MustSay(404, "充电站不存在");
        (await Client.AdminAsync("/api/admin/ammeters/0001/9999")).MustSay(404, "电表不存在");
        (await Client.AdminAsync("/api/admin/ammeters/9999/0001")).MustSay(404, "电表不存在");
        (await Client.AdminAsync("/api/admin/nothing")).MustExplain(404);
    }

    private async Task<(bool, DateTimeOffset?)> OnlineAsync()
    {
        var station = (await Client.AdminAsync("/api/admin/stations/0001")).Json;
        var poll = station.GetProperty("last_poll_at");
        return (station.GetProperty("online").GetBoolean(), poll.ValueKind == JsonValueKind.Null ? null : poll.GetDateTimeOffset());
    }
}
