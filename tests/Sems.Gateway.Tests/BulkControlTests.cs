using System.Text.Json;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Gateway.Tests;

/// <summary>One command to many meters.</summary>
public sealed class BulkControlTests : IAsyncLifetime
{
    private readonly StorageFaults _faults = new(seed: 1);
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync(options => options with { Faults = _faults });

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task What_one_meter_refuses_does_not_stop_the_others()
    {
        (await Client.StartAsync("5sdf87e4", "0001", "0002")).MustBeDone();
        Assert.Equal(200, (int)(await Client.ControlAsync("0001", "0003", "lock")).Status);
        Assert.Equal(
            [
                "0001/0001 False 没有正在进行的充电 ", "0001/0002 True  paused off", "0001/0003 False 电表已锁定 ", "0001/9999 False 电表不存在 ",
                "9999/0001 False 电表不存在 ", "0002/1 False 没有正在进行的充电 ",
            ],
            await ResultsAsync("off", ("0001", "0001"), ("0001", "0002"), ("0001", "0003"), ("0001", "9999"), ("9999", "0001"), ("0002", "1")));
    }

    [Fact]
    public async Task All_meters_of_two_stations_are_locked_and_unlocked_in_order()
    {
        (string, string)[] all = [("0002", "1"), ("0001", "0003"), ("0001", "000000000000"), ("0002", "21652"), ("0001", "0001"), ("0002", "14524")];
        Assert.Equal(all.Select(m => $"{m.Item1}/{m.Item2} True  locked lock"), await ResultsAsync("lock", all));
        Assert.Equal(3, (await Client.AdminAsync("/api/admin/stations/0001")).Json.GetProperty("locked").GetInt32());
        Assert.Equal(all.Select(m => $"{m.Item1}/{m.Item2} True  idle release"), await ResultsAsync("unlock", all));
    }

    [Theory]
    [InlineData("""{"action":"explode","ammeters":[{"group":"0001","ammeter":"0001"}]}""", "action 必须是 on、off、release、lock 或 unlock")]
    [InlineData("""{"ammeters":[{"group":"0001","ammeter":"0001"}]}""", "action 必须是 on、off、release、lock 或 unlock")]
    [InlineData("""{"action":"lock"}""", "ammeters 必须是 1 到 500 个电表")]
    [InlineData("""{"action":"lock","ammeters":[]}""", "ammeters 必须是 1 到 500 个电表")]
    [InlineData("""{"action":"lock","ammeters":[null]}""", "每个电表都要有 group 和 ammeter")]
    [InlineData("""{"action":"lock","ammeters":[{"group":"0001","ammeter":"0001"},{"group":"0001"}]}""", "每个电表都要有 group 和 ammeter")]
    [InlineData("""{"action":"lock","ammeters":[{"group":"0001","ammeter":" "}]}""", "每个电表都要有 group 和 ammeter")]
    [InlineData("""{"action":"lock","ammeters":[{"group":"0001","ammeter":"0001"},{"group":"0001","ammeter":"0001"}]}""", "同一个电表不能出现两次")]
    public async Task A_request_that_makes_no_sense_is_refused_whole(string body, string words)
    {
        (await Client.AdminPostAsync("/api/admin/control", body)).MustSay(400, words);
        Assert.Equal(0, (await Client.AdminAsync("/api/admin/stations/0001")).Json.GetProperty("locked").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"action":"lock","ammeters":"all"}""")]
    [InlineData("""{"action":"lock","ammeters":[1]}""")]
    public async Task A_body_that_is_none_is_refused_with_words(string body) => (await Client.AdminPostAsync("/api/admin/control", body)).MustExplain(400);

    [Fact]
    public async Task Too_many_are_refused_and_none_of_them_hears_of_it()
    {
        var many = string.Join(',', Enumerable.Range(0, 501).Select(i => $$"""{"group":"0001","ammeter":"{{i:0000}}"}"""));
        (await Client.AdminPostAsync("/api/admin/control", $$"""{"action":"lock","ammeters":[{{many}}]}""")).MustSay(400, "ammeters 必须是 1 到 500 个电表");
        Assert.Equal(0, (await Client.AdminAsync("/api/admin/stations/0001")).Json.GetProperty("locked").GetInt32());
    }

    [Fact]
    public async Task While_nothing_can_be_written_each_meter_says_so()
    {
        Assert.Equal(["0001/0002 True  locked lock"], await ResultsAsync("lock", ("0001", "0002")));
        _faults.Begin(StorageFault.Full);
        Assert.All(await ResultsAsync("lock", ("0001", "0001"), ("0002", "1")), r => Assert.EndsWith("False 服务暂不可用，请稍后再试 ", r));
        _faults.End();
        Assert.Equal(["0001/0001 True  locked lock"], await ResultsAsync("lock", ("0001", "0001")));
    }

    private async Task<string[]> ResultsAsync(string action, params (string Group, string Ammeter)[] meters)
    {
        var body = JsonSerializer.Serialize(new { action, ammeters = meters.Select(m => new { group = m.Group, ammeter = m.Ammeter }) });
        var reply = await Client.AdminPostAsync("/api/admin/control", body);
        Assert.Equal(200, (int)reply.Status);
        return [.. reply.Json.GetProperty("results").EnumerateArray().Select(r =>
        {
            var meter = r.GetProperty("meter");
            var state = meter.ValueKind == JsonValueKind.Null ? "" : $"{meter.GetProperty("state").GetString()} {meter.GetProperty("control").GetString()}";
            return $"{r.GetProperty("group").GetString()}/{r.GetProperty("ammeter").GetString()} {r.GetProperty("ok").GetBoolean()} {r.GetProperty("message").GetString()} {state}";
        })];
    }
}
