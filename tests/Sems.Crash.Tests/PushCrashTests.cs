using System.Text.Json;
using Sems.Silo;
using Sems.Simulator.WeChat;
using Sems.Simulator.WeChat.Api;
using Sems.Simulator.WeChat.Chat;
using Sems.Storage;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;
using Sems.Storage.Sqlite;

namespace Sems.Crash.Tests;

/// <summary>Killed in the middle of sending, the server loses no push and sends at most those again that were under way.</summary>
public sealed class PushCrashTests
{
    private const string Send = "/cgi-bin/message/template/send";
    private const int Students = 24;
    private const int Pushes = 400;
    private const int Kills = 4;

    [Fact]
    public async Task Killed_while_it_sends_it_loses_none_and_repeats_at_most_what_was_under_way()
    {
        using var directory = new TempDirectory();
        var people = Enumerable.Range(0, Students).Select(i => new WechatUser($"o-{i:000}", $"s{i}", true)).ToList();
        await using var standIn = await WechatStandIn.StartAsync(new WechatStandInOptions { Users = people });
        standIn.Faults.Add(new Fault { Path = Send, DelayMs = 15, Times = 100_000 }); // so that a kill comes in the middle
        var data = directory["data"];
        await PrepareAsync(data, standIn);

        var random = new Random(20_261_123);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.ListeningAsync(data);
            var until = standIn.Calls.Of(Send).Count + random.Next(10, Pushes / (Kills + 1));
            await Waiting.UntilAsync("it sends", () => Task.FromResult(standIn.Calls.Of(Send).Count >= until));
            server.Kill();
        }
        await using (await ServerProcess.ReadyAsync(data))
            await Waiting.UntilAsync("all have arrived", () => Task.FromResult(Arrived(standIn).Count == Pushes));

        var messages = Arrived(standIn);
        Assert.Equal(Pushes, messages.Select(m => m.ClientMsgId).Distinct().Count());
        foreach (var chat in messages.GroupBy(m => m.Openid))
        {
            var numbers = chat.Select(m => long.Parse(m.ClientMsgId!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(numbers.Order(), numbers);
        }
        Assert.InRange(standIn.Calls.Of(Send).Count, Pushes, Pushes + (Kills * PushShard.Count)); // one of each who sends
    }

    private static List<ChatMessage> Arrived(WechatStandIn standIn) => [.. standIn.Chat.After(null, 0).Where(m => m.Kind == "template")];

    private static async Task PrepareAsync(string data, WechatStandIn standIn)
    {
        var place = DataDirectory.Open(data, SiloEngine.Name);
        var settings = new Dictionary<string, object>();
        foreach (var (key, value) in WechatSettings.For(standIn, new Uri("http://127.0.0.1:1"))) settings[key.Replace("__", ":", StringComparison.Ordinal)] = value;
        await File.WriteAllTextAsync(place.Settings, JsonSerializer.Serialize(settings));
        await using var storage = await SqliteStorage.OpenAsync(new SqliteStorageOptions { Path = place.Database });
        IDatabase database = storage;
        for (var i = 0; i < Students; i++)
            await database.Registry.SaveStudentAsync(new StudentRecord($"s{i:000}", null, $"user{i}", null, false, null, Vehicle.Unknown, WechatOpenid: $"o-{i:000}"));
        for (var i = 0; i < Pushes; i++)
            await database.Outbox.AddAsync(new PushRequest(1_000 + i, PushKind.AlreadyFinish, $"s{i % Students:000}", "{}", DateTimeOffset.UtcNow));
    }
}
