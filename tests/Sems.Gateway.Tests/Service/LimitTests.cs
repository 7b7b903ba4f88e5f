using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Sems.Gateway.Service.Limits;

namespace Sems.Gateway.Tests.Service;

/// <summary>Limits of time, rate and connections, and what is shown of them.</summary>
public sealed class LimitTests
{
    private const string TooOften = """{"result":-1,"message":"请求过于频繁"}""";
    private const string Poll = """{"ammeterGroup_number":"0001"}""";

    [Fact]
    public async Task A_station_over_its_rate_is_told_when_to_come_back_and_others_are_not_held_up()
    {
        await using var gateway = await TestGateway.StartAsync(("Service:Limits:GroupPerSecond", "0.05"), ("Service:Limits:GroupBurst", "3"));
        for (var i = 0; i < 3; i++) Assert.Equal(200, (int)(await gateway.Client.PollAsync("0001")).Status);
        var refused = await gateway.Client.PollAsync("0001");
        refused.MustBe(429, TooOften);
        Assert.InRange(refused.Message.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 20);
        Assert.Equal(200, (int)(await gateway.Client.PollAsync("0002")).Status);
        Assert.Equal(200, (int)(await gateway.Client.ServiceAsync("checkStudent", """{"card_number":"5sdf87e4"}""")).Status);
    }

    [Fact]
    public async Task A_stranger_without_the_key_uses_up_no_stations_rate()
    {
        await using var gateway = await TestGateway.StartAsync(("Service:Limits:GroupPerSecond", "0.05"), ("Service:Limits:GroupBurst", "1"));
        var key = (await gateway.Client.RotateKeyAsync("0001")).Json.GetProperty("key").GetString()!;
        for (var i = 0; i < 5; i++) Assert.Equal(401, (int)(await gateway.Client.PollAsync("0001")).Status);
        Assert.Equal(200, (int)(await gateway.Client.ServiceWithKeysAsync("AmmeterControl", Poll, key)).Status);
    }

    [Fact]
    public async Task An_address_over_its_rate_is_refused_for_stations_but_not_for_people()
    {
        await using var gateway = await TestGateway.StartAsync(("Service:Limits:AddressPerSecond", "0.05"), ("Service:Limits:AddressBurst", "2"));
        for (var i = 0; i < 2; i++) Assert.Equal(200, (int)(await gateway.Client.PollAsync($"000{i + 1}")).Status);
        (await gateway.Client.PollAsync("0003")).MustBe(429, TooOften);
        (await gateway.Client.ServiceAsync("charge", new string('x', 60_000))).MustBe(429, TooOften);
        Assert.Equal(200, (int)(await gateway.Client.AdminAsync("/api/admin/overview")).Status);
    }

    [Fact]
    public async Task Limits_that_are_off_refuse_nothing()
    {
        await using var gateway = await TestGateway.StartAsync(
            ("Service:Limits", "off"), ("Service:Limits:GroupBurst", "1"), ("Service:Limits:AddressBurst", "1"), ("Service:Limits:ConnectionsPerAddress", "1"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => Assert.Equal(200, (int)(await gateway.Client.PollAsync("0001")).Status)));
    }

    [Fact]
    public async Task A_backlog_of_hours_passes_by_default()
    {
        await using var gateway = await TestGateway.StartAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var n && n <= 4_320) (await gateway.Client.SampleAsync("0001", "0001", 1.5, 12, 1340294400 + (10 * n))).MustBeDone();
        }));
        var shown = (await gateway.Client.AdminAsync("/api/admin/service")).Json;
        Assert.All(shown.GetProperty("refusals").EnumerateArray(), r => Assert.Equal(0, r.GetProperty("count").GetInt64()));
        Assert.Equal(4_320, (await gateway.Client.AdminAsync("/api/admin/overview")).Json.GetProperty("samples").GetInt64());
    }

    [Fact]
    public async Task A_body_that_does_not_come_in_time_is_given_up()
    {
        await using var gateway = await TestGateway.StartAsync(("Service:Limits:BodySeconds", "0.5"), ("Service:Limits", "off"));
        using var tcp = await ConnectAsync(gateway);
        await tcp.GetStream().WriteAsync(Encoding.UTF8.GetBytes("POST /service/charge HTTP/1.1\r\nHost: sems\r\nContent-Length: 500\r\n\r\n{\"current"));
        using var reader = new StreamReader(tcp.GetStream());
        Assert.Equal("HTTP/1.1 408 Request Timeout", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)));
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
            // a header
        }
        const string body = """{"result":-1,"message":"请求没有完整到达"}""";
        var told = new char[body.Length];
        await reader.ReadBlockAsync(told);
        Assert.Equal(body, new string(told));
        Assert.Equal(1, (await RefusalAsync(gateway, "slow_body")).GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task A_connection_too_many_is_closed_and_a_closed_one_makes_room()
    {
        await using var gateway = await TestGateway.StartAsync(("Service:Limits:ConnectionsPerAddress", "3"));
        Assert.Equal(200, (int)(await gateway.Client.PollAsync("0001")).Status); // holds one, kept alive
        var others = new[] { await ConnectAsync(gateway), await ConnectAsync(gateway) };
        Assert.True(await IsTurnedAwayAsync(gateway));
        var refusal = await RefusalAsync(gateway, "connections");
        Assert.Equal((1, 1), (refusal.GetProperty("count").GetInt64(), refusal.GetProperty("last_minute").GetInt64()));
        foreach (var other in others) other.Dispose();
        await Waiting.UntilAsync("there is room", async () => !await IsTurnedAwayAsync(gateway));
    }

    [Fact]
    public async Task One_address_cannot_take_all_connections_and_there_is_an_end_to_them()
    {
        await using var gateway = await TestGateway.StartAsync(("Service:Limits:Connections", "6"));
        Assert.Equal(200, (int)(await gateway.Client.PollAsync("0001")).Status);
        using var strangers = new Strangers();
        foreach (var (from, connections) in new[] { (2, 3), (3, 2) })
        {
            for (var i = 0; i < connections; i++) Assert.True(await strangers.IsLetInAsync(gateway, from), $"connection {i} from 127.0.0.{from}");
            Assert.False(await strangers.IsLetInAsync(gateway, from), $"one more from 127.0.0.{from}");
        }
        Assert.Equal(200, (int)(await gateway.Client.PollAsync("0001")).Status);
    }

    [Fact]
    public async Task An_address_that_connects_too_fast_is_turned_away_and_others_are_not()
    {
        await using var gateway = await TestGateway.StartAsync(("Service:Limits:ConnectionsPerSecond", "0.05"), ("Service:Limits:ConnectionBurst", "2"));
        using var strangers = new Strangers();
        for (var i = 0; i < 3; i++) Assert.Equal(i < 2, await strangers.IsLetInAsync(gateway, 2));
        Assert.True(await strangers.IsLetInAsync(gateway, 3));
        Assert.Equal(1, (await RefusalAsync(gateway, "connections")).GetProperty("count").GetInt64());
    }

    [Theory]
    [InlineData("Max open files            1024                 524288               files", 624)]
    [InlineData("Max open files            256                  4096                 files", 50)]
    [InlineData("Max open files            1048576              1048576              files", 100_000)]
    [InlineData("Max open files            unlimited            unlimited            files", 100_000)]
    [InlineData("Max cpu time              unlimited            unlimited            seconds", 100_000)]
    public void As_many_connections_as_the_system_has_files_for(string line, int connections) =>
        Assert.Equal(connections, OpenFiles.RoomForConnections(["Limit  Soft Limit  Hard Limit  Units", line]));

    [Fact]
    public async Task A_flood_from_elsewhere_in_a_stations_name_uses_up_nothing_of_the_stations_own()
    {
        await using var gateway = await TestGateway.StartAsync(("Service:Limits:GroupPerSecond", "0.05"), ("Service:Limits:GroupBurst", "2"));
        using var strangers = new Strangers();
        Assert.Equal([200, 200, 429], await strangers.PollAsync(gateway, 2, "0001", 3));
        for (var i = 0; i < 2; i++) Assert.Equal(200, (int)(await gateway.Client.PollAsync("0001")).Status);
        Assert.Equal(429, (int)(await gateway.Client.PollAsync("0001")).Status);
    }

    [Fact]
    public async Task Refusals_are_shown_with_where_they_came_from_and_counted_for_metrics()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.Client.RotateKeyAsync("0001");
        for (var i = 0; i < 12; i++) await gateway.Client.PollAsync("0001");
        await gateway.Client.ServiceAsync("charge", new byte[70_000]);
        await gateway.Client.PollAsync("0002");
        await gateway.Client.ServiceAsync("money", "?");

        var refusal = await RefusalAsync(gateway, "station_key");
        Assert.Equal((12, 12, 10), (refusal.GetProperty("count").GetInt64(), refusal.GetProperty("last_minute").GetInt64(), refusal.GetProperty("recent").GetArrayLength()));
        var last = refusal.GetProperty("recent")[0];
        Assert.Equal(("127.0.0.1", "0001"), (last.GetProperty("address").GetString(), last.GetProperty("group").GetString()));
        Assert.Equal(1, (await RefusalAsync(gateway, "too_large")).GetProperty("count").GetInt64());

        var shown = (await gateway.Client.AdminAsync("/api/admin/service")).Json;
        Assert.Equal((1, 2), (shown.GetProperty("stations_with_key").GetInt32(), shown.GetProperty("stations_without_key").GetInt32()));
        var calls = shown.GetProperty("calls").EnumerateArray().ToDictionary(c => c.GetProperty("call").GetString()!);
        Assert.Equal((1, 12), (calls["AmmeterControl"].GetProperty("answered").GetInt64(), calls["AmmeterControl"].GetProperty("refused").GetInt64()));
        Assert.Equal(1, calls["money"].GetProperty("not_understood").GetInt64());

        var measured = Measure(gateway);
        Assert.Equal(12, measured["sems.service.refusals station_key"]);
        Assert.Equal(12, measured["sems.service.requests AmmeterControl refused"]);
        Assert.Equal(1, measured["sems.service.requests AmmeterControl answered"]);
    }

    [Theory]
    [InlineData("Service:Limits", "maybe", "Service:Limits must be on or off, it is 'maybe'")]
    [InlineData("Service:Limits:GroupPerSecond", "0", "Service:Limits:GroupPerSecond must be a number from 0.01 to 1000000, it is '0'")]
    [InlineData("Service:Limits:BodySeconds", "soon", "Service:Limits:BodySeconds must be a number from 0.1 to 600, it is 'soon'")]
    [InlineData("Service:Limits:AddressBurst", "1.5", "Service:Limits:AddressBurst must be a whole number from 1 to 10000000, it is '1.5'")]
    [InlineData("Service:Limits:GroupPerMinute", "1", "Service:Limits:GroupPerMinute is no setting")]
    public void A_setting_that_is_not_understood_is_named(string name, string value, string told)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
        Assert.StartsWith(told, Assert.Throws<FormatException>(() => ServiceLimits.Read(settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Service:RequireStationKey", "maybe")]
    [InlineData("Service:KeyOverlapHours", "-1")]
    [InlineData("Service:KeyOverlapHours", "721")]
    [InlineData("Service:Limits", "maybe")]
    public async Task SEMS_does_not_start_on_a_setting_it_does_not_understand(string name, string value)
    {
        var fault = await Assert.ThrowsAsync<FormatException>(() => TestGateway.StartAsync((name, value)));
        Assert.Contains($"{name} must be", fault.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, long> Measure(TestGateway gateway)
    {
        var measured = new Dictionary<string, long>();
        var own = gateway.Services.GetService(typeof(IMeterFactory));
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Sems.Service" && instrument.Meter.Scope == own) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            measured[string.Join(' ', [instrument.Name, .. tags.ToArray().Select(t => t.Value)])] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;
    }

    private static async Task<JsonElement> RefusalAsync(TestGateway gateway, string reason) =>
        (await gateway.Client.AdminAsync("/api/admin/service")).Json.GetProperty("refusals").EnumerateArray().Single(r => r.GetProperty("reason").GetString() == reason);

    private static async Task<TcpClient> ConnectAsync(TestGateway gateway)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(gateway.Client.Http.BaseAddress!.Host, gateway.Client.Http.BaseAddress.Port);
        return tcp;
    }

    /// <summary>Whether the server closes a new connection instead of answering on it.</summary>
    private static async Task<bool> IsTurnedAwayAsync(TestGateway gateway)
    {
        try
        {
            using var tcp = await ConnectAsync(gateway);
            await tcp.GetStream().WriteAsync("GET /health/live HTTP/1.1\r\nHost: sems\r\n\r\n"u8.ToArray());
            return await tcp.GetStream().ReadAsync(new byte[16]) == 0;
        }
        catch (Exception reset) when (reset is IOException or SocketException)
        {
            return true;
        }
    }
}
