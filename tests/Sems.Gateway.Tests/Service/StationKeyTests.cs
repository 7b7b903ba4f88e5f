using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Sems.Gateway.Tests.Service;

/// <summary>Keys of stations: who may call what with which.</summary>
public sealed class StationKeyTests : IAsyncLifetime
{
    private const string Refused = """{"result":-1,"message":"充电站密钥无效"}""";
    private const string Poll = """{"ammeterGroup_number":"0001"}""";
    private const string PollOther = """{"ammeterGroup_number":"0002"}""";
    private const string PollNone = """{"ammeterGroup_number":"9999"}""";
    private const string Map = """{"000000000000":"2","0001":"2","0002":"2","0003":"2"}""";
    private const string Card = """{"card_number":"5sdf87e4"}""";
    private TestGateway _gateway = null!;

    public static TheoryData<string, string> OfAGroup => new()
    {
        { "start", """{"card_number":"5sdf87e4","ammeterGroup_number":"0001","ammeter_number":"0001"}""" },
        { "charge", """{"current_value":1,"energy_value":1,"ammeterGroup_number":"0001","ammeter_number":"0001"}""" },
        { "money", """{"ammeterGroup_number":"0001","ammeter_number":"0001"}""" },
        { "AmmeterControl", Poll },
        { "end", """{"card_number":"5sdf87e4","ammeterGroup_number":"0001","ammeter_number":"0001"}""" },
    };

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(OfAGroup))]
    public async Task A_call_to_a_station_with_a_key_needs_that_key(string call, string body)
    {
        var (key, other) = (await RotateAsync("0001"), await RotateAsync("0002"));
        (await Client.ServiceAsync(call, body)).MustBe(401, Refused);
        foreach (var wrong in (string[])["", "wrong", key[..^1], key + "x", key.ToUpperInvariant(), other, new string('k', 5_000)])
            (await Client.ServiceWithKeysAsync(call, body, wrong)).MustBe(401, Refused);
        (await Client.ServiceWithKeysAsync(call, body, key, key)).MustBe(401, Refused);
        Assert.Empty(await Client.ChargesAsync());
        Assert.Equal(200, (int)(await Client.ServiceWithKeysAsync(call, body, key)).Status);
    }

    [Fact]
    public async Task A_campus_without_keys_answers_as_ever_whatever_is_sent()
    {
        (await Client.ServiceWithKeysAsync("AmmeterControl", Poll, "any")).MustBe(200, Map);
        (await Client.ServiceAsync("AmmeterControl", PollNone)).MustBe(200, """{"result":0,"message":"充电站不存在"}""");
        Assert.Equal(200, (int)(await Client.ServiceAsync("checkStudent", Card)).Status);
    }

    [Fact]
    public async Task A_station_without_a_key_needs_none_while_others_have_one_and_no_station_is_told_from_a_wrong_key()
    {
        await RotateAsync("0001");
        Assert.Equal(200, (int)(await Client.ServiceAsync("AmmeterControl", PollOther)).Status);
        Assert.Equal(200, (int)(await Client.ServiceAsync("checkStudent", Card)).Status);
        (await Client.ServiceAsync("AmmeterControl", PollNone)).MustBe(401, Refused);
        (await Client.ServiceAsync("AmmeterControl", "{}")).MustBe(200, """{"result":-1,"message":"ammeterGroup_number 缺失"}""");
    }

    [Fact]
    public async Task Checking_a_card_needs_any_stations_key_once_all_have_one()
    {
        var keys = new List<string>();
        foreach (var group in (string[])["0001", "0002", "0003"]) keys.Add(await RotateAsync(group));
        (await Client.ServiceAsync("checkStudent", Card)).MustBe(401, Refused);
        (await Client.ServiceWithKeysAsync("checkStudent", Card, "wrong")).MustBe(401, Refused);
        foreach (var key in keys) Assert.Equal(200, (int)(await Client.ServiceWithKeysAsync("checkStudent", Card, key)).Status);
    }

    [Fact]
    public async Task When_keys_are_required_nothing_goes_without()
    {
        await using var strict = await TestGateway.StartAsync(("Service:RequireStationKey", "true"));
        foreach (var body in (string[])[Poll, PollNone]) (await strict.Client.ServiceWithKeysAsync("AmmeterControl", body, "any")).MustBe(401, Refused);
        (await strict.Client.ServiceAsync("checkStudent", Card)).MustBe(401, Refused);
        var key = (await strict.Client.RotateKeyAsync("0001")).Json.GetProperty("key").GetString()!;
        (await strict.Client.ServiceWithKeysAsync("AmmeterControl", Poll, key)).MustBe(200, Map);
        Assert.Equal(200, (int)(await strict.Client.ServiceWithKeysAsync("checkStudent", Card, key)).Status);
        (await strict.Client.ServiceWithKeysAsync("AmmeterControl", PollOther, key)).MustBe(401, Refused);
    }

    [Fact]
    public async Task The_key_before_is_good_for_a_day_and_so_is_the_one_before_that()
    {
        var one = await RotateAsync("0001");
        var reply = (await Client.RotateKeyAsync("0001")).Json;
        Assert.Equal(TestGateway.Beginning.AddHours(24), reply.GetProperty("former_until").GetDateTimeOffset());
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        var three = await RotateAsync("0001");
        foreach (var key in (string[])[one, reply.GetProperty("key").GetString()!, three]) Assert.Equal(200, await PollAsync(key));
        _gateway.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal((401, 200, 200), (await PollAsync(one), await PollAsync(reply.GetProperty("key").GetString()!), await PollAsync(three)));
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((401, 200), (await PollAsync(reply.GetProperty("key").GetString()!), await PollAsync(three)));
    }

    [Fact]
    public async Task Without_overlap_a_key_is_worthless_at_once_and_a_cleared_station_needs_none()
    {
        var one = await RotateAsync("0001");
        var two = await RotateAsync("0001", "?overlapHours=0");
        Assert.Equal((401, 200), (await PollAsync(one), await PollAsync(two)));
        Assert.Equal(204, (int)(await Client.ClearKeyAsync("0001")).Status);
        (await Client.ServiceAsync("AmmeterControl", Poll)).MustBe(200, Map);
        (await Client.RotateKeyAsync("9999")).MustSay(404, "充电站不存在");
        (await Client.ClearKeyAsync("9999")).MustSay(404, "充电站不存在");
        foreach (var hours in (string[])["-1", "721", "NaN"]) Assert.Equal(400, (int)(await Client.RotateKeyAsync("0001", "?overlapHours=" + hours)).Status);
    }

    [Fact]
    public async Task Keys_outlive_a_restart_and_are_nowhere_to_be_read()
    {
        var key = await RotateAsync("0001");
        Assert.Matches(new Regex("^[A-Za-z0-9_-]{32}$"), key);
        await _gateway.RestartAsync();
        Assert.Equal((401, 200), (await PollAsync("wrong"), await PollAsync(key)));
        await _gateway.CloseAsync();
        foreach (var file in Directory.EnumerateFiles(_gateway.Data, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(key, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_process_changes_holds_within_a_second()
    {
        using var file = new DataFile(Path.Combine(_gateway.Data, "sems.db"));
        file.Run($"UPDATE ammeter_groups SET station_key_hash = '{Sems.Grains.Groups.StationKey.Hash("secret")}' WHERE group_number = '0001'");
        var since = System.Diagnostics.Stopwatch.StartNew();
        await Waiting.UntilAsync("the key holds", async () => await PollAsync("wrong") == 401);
        Assert.InRange(since.Elapsed.TotalSeconds, 0, 5); // a busy machine's second
        Assert.Equal(200, await PollAsync("secret"));
        file.Run("UPDATE ammeter_groups SET station_key_hash = 'no hash' WHERE group_number = '0001'");
        await Waiting.UntilAsync("what is no hash is no key", async () => await PollAsync("secret") == 401);
    }

    [Fact]
    public async Task An_imported_key_is_asked_for()
    {
        using var directory = new TempDirectory();
        Campus.WriteTo(directory["campus"], stations: "ammeterGroup_number,name,station_key\n0001,东门,钥匙-1\n0002,西门,\n");
        await using var gateway = await TestGateway.StartAsync(options => options with { Import = directory["campus"] });
        (await gateway.Client.ServiceAsync("AmmeterControl", Poll)).MustBe(401, Refused);
        Assert.Equal(200, (int)(await gateway.Client.ServiceAsync("AmmeterControl", PollOther)).Status);
    }

    [Fact]
    public async Task No_key_and_no_hash_is_ever_logged()
    {
        var lines = new Lines();
        using (lines)
        {
            await using var gateway = await TestGateway.StartAsync(("Logging:LogLevel:Default", "Trace"));
            ((ILoggerFactory)gateway.Services.GetService(typeof(ILoggerFactory))!).AddProvider(lines);
            var key = (await gateway.Client.RotateKeyAsync("0001")).Json.GetProperty("key").GetString()!;
            await gateway.Client.ServiceWithKeysAsync("AmmeterControl", Poll, key);
            await gateway.Client.ServiceWithKeysAsync("AmmeterControl", Poll, "wrong-key");
            Assert.Contains(lines.All, l => l.Contains("Station 0001 was given a new key by admin", StringComparison.Ordinal));
            foreach (var secret in (string[])[key, Sems.Grains.Groups.StationKey.Hash(key), "wrong-key"])
                Assert.DoesNotContain(lines.All, l => l.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private async Task<string> RotateAsync(string group, string query = "")
    {
        var reply = await Client.RotateKeyAsync(group, query);
        Assert.Equal(200, (int)reply.Status);
        Assert.True(reply.Message.Headers.CacheControl!.NoStore);
        return reply.Json.GetProperty("key").GetString()!;
    }

    private async Task<int> PollAsync(string key) => (int)(await Client.ServiceWithKeysAsync("AmmeterControl", Poll, key)).Status;

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception));

        public void Dispose() => All.Clear();
    }
}
