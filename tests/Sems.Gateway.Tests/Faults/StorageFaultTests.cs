using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Sems.Silo.Books;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Gateway.Tests.Faults;

/// <summary>
/// Storage fails, in each way, under each kind of call: whoever calls is told so, nothing of the call is seen, health says why, and once the fault
/// is over the same call has the effect it always has, without a restart.
/// </summary>
public sealed class StorageFaultTests
{
    private const string Unavailable = """{"result":-1,"message":"服务暂不可用"}""";
    private const string OperatorUnavailable = """{"message":"服务暂不可用，请稍后再试"}""";

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Healthy = [];

    public static TheoryData<StorageFault, string> Table
    {
        get
        {
            var table = new TheoryData<StorageFault, string>();
            foreach (var kind in Enum.GetValues<StorageFault>())
                foreach (var call in new[] { "start", "sample", "end", "control", "settle" })
                    table.Add(kind, call);
            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_call_that_storage_fails_is_told_so_and_has_its_effect_once_it_works_again(StorageFault kind, string call)
    {
        var faults = new StorageFaults(seed: 1);
        await using var gateway = await StartAsync(faults);
        var before = await PictureAsync(gateway);
        faults.Begin(kind);
        if (kind == StorageFault.Slow)
        {
            var since = Stopwatch.GetTimestamp();
            MustBeDone(await CallAsync(gateway, call));
            Assert.True(Stopwatch.GetElapsedTime(since) >= StorageFaults.Delay * Math.Min(faults.Struck, 3), "it did not wait for storage");
            Assert.Equal(200, (int)(await HealthAsync(gateway)).Status);
        }
        else
        {
            for (var tries = 0; tries < 3; tries++) MustBeRefused(await CallAsync(gateway, call));
            var health = await HealthAsync(gateway);
            Assert.Equal(503, (int)health.Status);
            Assert.Equal("not ready", health.Json.GetProperty("status").GetString());
            Assert.StartsWith("storage: ", health.Json.GetProperty("reason").GetString(), StringComparison.Ordinal);
        }
        Assert.True(faults.Struck > 0);
        faults.End();

        Assert.Equal(200, (int)(await HealthAsync(gateway)).Status);
        if (kind != StorageFault.Slow) Assert.Equal(before, await PictureAsync(gateway));
        MustBeDone(await CallAsync(gateway, call)); // of what was slow, a repeat
        var expected = await Healthy.GetOrAdd(call, name => new Lazy<Task<string>>(() => HealthyAsync(name))).Value;
        Assert.NotEqual(before, expected);
        Assert.Equal(expected, await PictureAsync(gateway));
        Assert.Empty(BooksCheck.Run(gateway.Data).Lines.SelectMany(line => line.Faults.Named));
        await gateway.RestartAsync();
        Assert.Equal(expected, await PictureAsync(gateway));
    }

    [Theory]
    [InlineData(StorageFault.IoError)]
    [InlineData(StorageFault.Cut)]
    public async Task While_nothing_can_be_read_lists_and_cards_are_unavailable_too(StorageFault kind)
    {
        var faults = new StorageFaults(seed: 1);
        await using var gateway = await StartAsync(faults);
        faults.Begin(kind);
        (await gateway.Client.ServiceAsync("checkStudent", """{"card_number":"letter-card"}""")).MustBe(503, Unavailable);
        (await gateway.Client.AdminAsync("/api/admin/charges")).MustBe(503, OperatorUnavailable);
        faults.End();
        Assert.Equal(200, (int)(await gateway.Client.ServiceAsync("checkStudent", """{"card_number":"letter-card"}""")).Status);
        Assert.Equal(2, (await gateway.Client.ChargesAsync()).Length);
    }

    /// <summary>Jack charges at 0001/0001 and has sent a sample; rose has charged for half an hour at 0001/0002.</summary>
    private static async Task<TestGateway> StartAsync(StorageFaults faults)
    {
        var gateway = await TestGateway.StartAsync(options => options with { Faults = faults });
        var client = gateway.Client;
        (await client.StartAsync("rose-card", "0001", "0002")).MustBeDone();
        gateway.Clock.Advance(TimeSpan.FromMinutes(30));
        (await client.EndAsync("rose-card", "0001", "0002")).MustBeDone();
        (await client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await client.SampleAsync("0001", "0001", 1.5, 0, 1000)).MustBeDone();
        gateway.Clock.Advance(TimeSpan.FromMinutes(6));
        return gateway;
    }

    private static Task<Reply> CallAsync(TestGateway gateway, string call) => call switch
    {
        "start" => gateway.Client.StartAsync("letter-card", "0001", "0003"),
        "sample" => gateway.Client.SampleAsync("0001", "0001", 1.5, 1, 1010),
        "end" => gateway.Client.EndAsync("5sdf87e4", "0001", "0001"),
        "control" => gateway.Client.ControlAsync("0001", "0001", "off"),
        "settle" => gateway.Client.AdminPostAsync("/api/admin/bills/1/pay", null),
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, "no such call"),
    };

    private static Task<string> HealthyAsync(string call) => Task.Run(async () =>
    {
        await using var gateway = await StartAsync(new StorageFaults(seed: 1));
        MustBeDone(await CallAsync(gateway, call));
        return await PictureAsync(gateway);
    });

    private static async Task<Reply> HealthAsync(TestGateway gateway) => await Reply.ReadAsync(await gateway.Client.Http.GetAsync("/health/ready"));

    private static void MustBeDone(Reply reply)
    {
        Assert.Equal(200, (int)reply.Status);
        if (!IsOperators(reply)) reply.MustBeDone();
    }

    private static void MustBeRefused(Reply reply) => reply.MustBe(503, IsOperators(reply) ? OperatorUnavailable : Unavailable);

    private static bool IsOperators(Reply reply) => reply.Message.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Everything that shows: charges with their bills and curves, what stations are told, sums, and what students owe.</summary>
    private static async Task<string> PictureAsync(TestGateway gateway)
    {
        var (client, text) = (gateway.Client, new StringBuilder());
        foreach (var charge in await client.ChargesAsync())
        {
            var bill = charge.GetProperty("bill");
            text.AppendLine(string.Join(' ', new[] { "group", "ammeter", "student_number", "status", "started_at", "ended_at" }.Select(name => charge.GetProperty(name).ToString())));
            text.AppendLine(bill.ValueKind == System.Text.Json.JsonValueKind.Object ? $"  {bill.GetProperty("fen")} fen, {bill.GetProperty("status")}" : "  no bill");
            text.AppendLine($"  {string.Join(' ', await client.CurveAsync(charge.GetProperty("id").GetInt64()))}");
        }
        text.AppendLine((await client.PollAsync("0001")).Text);
        var overview = (await client.AdminAsync("/api/admin/overview")).Json;
        text.AppendLine(string.Join(' ', new[] { "bills", "sessions_completed", "sessions_open", "samples" }.Select(name => overview.GetProperty(name).ToString())));
        foreach (var student in new[] { "1030412535", "1030412536", "T20160001" })
            text.AppendLine((await client.AdminAsync($"/api/admin/students/{student}/account")).Text);
        return text.ToString();
    }
}
