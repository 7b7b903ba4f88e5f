using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sems.Gateway.Live;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Gateway.Tests.Live;

/// <summary>What pages look on at.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private const string Card = "5sdf87e4";
    private readonly StorageFaults _faults = new(seed: 1);
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    private LiveHub Hub => _gateway.Services.GetRequiredService<LiveHub>();

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync(options => options with
    {
        Faults = _faults,
        Settings = new Dictionary<string, string?> { ["Live:ListenersPerUser"] = "3" },
    });

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task First_comes_the_whole_of_each_topic_as_the_lists_show_it()
    {
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        (await Client.SampleAsync("0001", "0001", 1.5, 0.1, 100)).MustBeDone();
        using var live = await LiveReader.OpenAsync(_gateway, "overview,stations,station:0001,sockets,session:1,alarms,cluster");
        Assert.Equal("text/event-stream; charset=utf-8", live.Response.Content.Headers.ContentType?.ToString());
        Assert.True(live.Response.Headers.CacheControl?.NoStore);

        var seen = new Dictionary<string, JsonElement>();
        while (seen.Count < 8)
            if (await live.NextAsync() is { } next) seen[next.Name] = next.Data;
        Assert.All(seen.Where(e => e.Key != "beat"), e => Assert.True(e.Value.GetProperty("full").GetBoolean()));
        Assert.Equal(TestGateway.Beginning, seen["beat"].GetProperty("now").GetDateTimeOffset());

        var rest = (await Client.AdminAsync("/api/admin/overview")).Json;
        Assert.Equal(rest.GetProperty("stations").GetRawText(), seen["overview"].GetProperty("overview").GetProperty("stations").GetRawText());
        Assert.Equal(["0001", "0002", "0003"], Keys(seen["stations"], "items", "group"));
        var station = (await Client.AdminAsync("/api/admin/stations/0001")).Json;
        Assert.Equal(station.GetProperty("ammeters").GetRawText(), seen["station"].GetProperty("ammeters").GetRawText());
        Assert.Equal(("station:0001", "东门"), (seen["station"].GetProperty("topic").GetString(), seen["station"].GetProperty("station").GetProperty("name").GetString()));
        Assert.Equal(8, seen["sockets"].GetProperty("items").GetArrayLength());
        Assert.Equal("[[100,1.5,null,0.1,null]]", seen["session"].GetProperty("points").GetRawText());
        Assert.Equal("1.5", seen["session"].GetProperty("charge").GetProperty("live").GetProperty("current_a").GetRawText());
        Assert.Equal(0, seen["alarms"].GetProperty("counts").GetProperty("open").GetInt32());
        Assert.Equal(0, seen["alarms"].GetProperty("items").GetArrayLength());
        Assert.True(seen["cluster"].GetProperty("cluster").GetProperty("silos").GetArrayLength() <= 1);
    }

    [Fact]
    public async Task Then_only_what_changed()
    {
        using var live = await LiveReader.OpenAsync(_gateway, "station:0001,sockets");
        await live.NextAsync("sockets");
        using var all = await LiveReader.OpenAsync(_gateway, "stations");
        Assert.Equal(3, (await all.NextAsync("stations")).GetProperty("items").GetArrayLength());
        Assert.Equal(200, (int)(await Client.ControlAsync("0001", "0002", "lock")).Status);
        var sockets = await live.NextAsync("sockets");
        Assert.Equal((false, "0002 locked"), (sockets.GetProperty("full").GetBoolean(), Meters(sockets, "items")));
        using var second = await LiveReader.OpenAsync(_gateway, "station:0001");
        Assert.Equal(4, (await second.NextAsync("station")).GetProperty("ammeters").GetArrayLength());
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        var station = await live.NextAsync("station", e => Meters(e, "ammeters").Contains("charging", StringComparison.Ordinal));
        Assert.Equal((false, "0001 charging", 1), (station.GetProperty("full").GetBoolean(), Meters(station, "ammeters"), station.GetProperty("station").GetProperty("charging").GetInt32()));
        Assert.Equal("0001 charging", Meters(await second.NextAsync("station"), "ammeters"));
        var stations = await all.NextAsync("stations", e => e.GetProperty("items")[0].GetProperty("charging").GetInt32() == 1);
        Assert.Equal(["0001"], Keys(stations, "items", "group"));
    }

    [Fact]
    public async Task A_session_brings_its_new_samples_until_it_has_ended()
    {
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        for (var i = 0; i < 3; i++) await SampleAsync(i);
        using var live = await LiveReader.OpenAsync(_gateway, "session:1");
        Assert.Equal(3, (await live.NextAsync("session")).GetProperty("points").GetArrayLength());
        await SampleAsync(3);
        Assert.Equal("[[1003,1.5,null,3,null]]", (await live.NextAsync("session")).GetProperty("points").GetRawText());
        var more = new List<double>();
        for (var i = 4; i < 400; i++) await SampleAsync(i); // chunks are sealed meanwhile
        while (more.Count < 396) more.AddRange((await live.NextAsync("session")).GetProperty("points").EnumerateArray().Select(p => p[0].GetDouble()));
        Assert.Equal(Enumerable.Range(1004, 396).Select(i => (double)i), more);
        (await Client.EndAsync(Card, "0001", "0001")).MustBeDone();
        var ended = await live.NextAsync("session", e => e.GetProperty("charge").GetProperty("status").GetString() == "ended");
        Assert.Equal((0, JsonValueKind.Null), (ended.GetProperty("points").GetArrayLength(), ended.GetProperty("charge").GetProperty("live").ValueKind));
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_there_when_it_comes()
    {
        using var live = await LiveReader.OpenAsync(_gateway, "session:1,station:9999");
        var session = await live.NextAsync("session");
        Assert.Equal((JsonValueKind.Null, "[]"), (session.GetProperty("charge").ValueKind, session.GetProperty("points").GetRawText()));
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        Assert.Equal(1, (await live.NextAsync("session")).GetProperty("charge").GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Every_five_seconds_there_is_a_beat_with_the_campuss_time()
    {
        using var live = await LiveReader.OpenAsync(_gateway, "alarms");
        await live.NextAsync("beat");
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TestGateway.Beginning.AddHours(1), (await live.NextAsync("beat")).GetProperty("now").GetDateTimeOffset());
    }

    [Fact]
    public async Task Nobody_is_asked_when_nobody_looks_on()
    {
        Assert.Empty(Hub.Topics);
        var one = await LiveReader.OpenAsync(_gateway, "overview,alarms");
        var two = await LiveReader.OpenAsync(_gateway, "alarms,alarms");
        await one.NextAsync("overview");
        await two.NextAsync("alarms");
        Assert.Equal((2, "alarms,overview"), (Hub.Listeners, Told()));
        one.Dispose();
        await Waiting.UntilAsync("one topic is left", () => Task.FromResult(Told() == "alarms"));
        two.Dispose();
        await Waiting.UntilAsync("nobody looks on", () => Task.FromResult(Told() == "" && Hub.Listeners == 0));

        string Told() => string.Join(',', Hub.Topics.Select(t => t.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task While_nothing_can_be_asked_it_is_gone_and_then_whole_again()
    {
        using var live = await LiveReader.OpenAsync(_gateway, "alarms");
        await live.NextAsync("alarms");
        _faults.Begin(StorageFault.IoError);
        Assert.Equal("alarms", (await live.NextAsync("gone")).GetProperty("topic").GetString());
        _faults.End();
        Assert.True((await live.NextAsync("alarms")).GetProperty("full").GetBoolean());
    }

    [Fact]
    public async Task One_account_has_so_many_streams_and_no_more()
    {
        var streams = new List<LiveReader>();
        for (var i = 0; i < 3; i++) streams.Add(await LiveReader.OpenAsync(_gateway, "alarms"));
        var refused = await Reply.ReadAsync(await LiveReader.SendAsync(_gateway, "alarms"));
        refused.MustSay(429, "实时页面开得太多，请关掉一些再试");
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Message.Headers.RetryAfter?.Delta);
        streams[0].Dispose();
        await Waiting.UntilAsync("there is room again", async () =>
        {
            using var again = await LiveReader.SendAsync(_gateway, "alarms");
            return again.IsSuccessStatusCode;
        });
        streams.ForEach(s => s.Dispose());
    }

    [Theory]
    [InlineData("", "topics 必须是 1 到 12 个主题，如 overview,stations")]
    [InlineData("overview,students", "没有主题 students")]
    [InlineData("station:", "没有主题 station:")]
    [InlineData("session:x", "没有主题 session:x")]
    [InlineData("session:-1", "没有主题 session:-1")]
    [InlineData("overview:1", "没有主题 overview:1")]
    [InlineData("session:1,session:2,session:3,session:4,session:5,session:6,session:7,session:8,session:9,session:10,session:11,session:12,session:13", "topics 必须是 1 到 12 个主题，如 overview,stations")]
    public async Task Topics_that_are_none_are_refused(string topics, string words) => (await Client.AdminAsync("/api/admin/live?topics=" + topics)).MustSay(400, words);

    [Fact]
    public async Task A_stranger_sees_nothing()
    {
        using var refused = await LiveReader.SendAsync(_gateway, "overview", "wrong");
        Assert.Equal(401, (int)refused.StatusCode);
    }

    [Fact]
    public async Task A_stream_ends_when_the_sign_in_does()
    {
        using var live = await LiveReader.OpenAsync(_gateway, "alarms");
        await live.NextAsync("alarms");
        using (var file = new DataFile(Path.Combine(_gateway.Data, "sems.db"))) file.Run("UPDATE administrators SET security_stamp = 'another'");
        await live.EndAsync();
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_open_streams()
    {
        using var live = await LiveReader.OpenAsync(_gateway, "overview,sockets");
        await live.NextAsync("sockets");
        var since = TimeProvider.System.GetTimestamp();
        await _gateway.CloseAsync();
        Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    private async Task SampleAsync(int i) => (await Client.SampleAsync("0001", "0001", 1.5, i, 1000 + i)).MustBeDone();

    private static string[] Keys(JsonElement data, string list, string field) => [.. data.GetProperty(list).EnumerateArray().Select(i => i.GetProperty(field).GetString()!)];

    private static string Meters(JsonElement data, string list) => string.Join('|', data.GetProperty(list).EnumerateArray().Select(
        m => string.Create(CultureInfo.InvariantCulture, $"{m.GetProperty("ammeter").GetString()} {m.GetProperty("state").GetString()}")));
}
