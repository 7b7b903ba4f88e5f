using Microsoft.Extensions.DependencyInjection;
using Sems.Silo.Sweeping;
using Sems.Simulator.WeChat;
using Sems.Simulator.WeChat.Api;
using Sems.Simulator.WeChat.Chat;
using Sems.Storage;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;

namespace Sems.Gateway.Tests.WeChat;

/// <summary>Pushes reach WeChat once each and a student's in order, whatever goes wrong on the way.</summary>
public sealed class PushDeliveryTests
{
    private const string Send = "/cgi-bin/message/template/send";
    private const int Students = 30;
    private const int Events = 300;

    [Fact]
    public async Task Of_some_hundred_events_under_faults_each_arrives_once_and_each_students_in_order()
    {
        var people = Enumerable.Range(0, Students).Select(i => new WechatUser($"o-{i:000}", $"s{i}", true)).ToList();
        await using var standIn = await WechatStandIn.StartAsync(new WechatStandInOptions { Users = people });
        var settings = WechatSettings.For(standIn, new Uri("http://127.0.0.1:1")).Select(s => (s.Key.Replace("__", ":", StringComparison.Ordinal), s.Value));
        await using var gateway = await TestGateway.StartAsync([.. settings]);
        var database = gateway.Services.GetRequiredService<IDatabase>();
        for (var i = 0; i < Students; i++)
            await database.Registry.SaveStudentAsync(new StudentRecord($"s{i:000}", null, $"user{i}", null, false, null, Vehicle.Unknown, WechatOpenid: people[i].Openid));

        var random = new Random(20_261_123);
        standIn.Faults.Add(new Fault { Path = Send, DelayMs = 8_500, Late = true }); // it is taken, and nobody hears of it in time
        for (var i = 0; i < Events; i++)
        {
            await database.Outbox.AddAsync(new PushRequest(1_000 + i, (PushKind)(1 + random.Next(4)), $"s{random.Next(Students):000}", "{}", gateway.Clock.GetUtcNow()));
            if (i % 5 == 0) standIn.Faults.Add(Another(random));
            if (i is 60 or 200) standIn.Tokens.Expire(i == 60 ? 42001 : 40001, stuck: i == 200);
        }
        var sweeper = gateway.Services.GetRequiredService<PushSweeper>();
        var expired = false;
        await Waiting.UntilAsync("all are sent", async () =>
        {
            await sweeper.SweepAsync(CancellationToken.None);
            gateway.Clock.Advance(TimeSpan.FromSeconds(5));
            var counts = await database.Outbox.PushCountsAsync();
            if (!expired && counts.GetValueOrDefault(PushState.Sent) > Events / 2)
            {
                standIn.Tokens.Expire();
                expired = true;
            }
            return counts.GetValueOrDefault(PushState.Sent) == Events;
        });

        Assert.True(expired);
        Assert.Empty(standIn.Faults.All);
        var messages = standIn.Chat.After(null, 0).Where(m => m.Kind == "template").ToList();
        Assert.Equal(Events, messages.Count);
        foreach (var chat in messages.GroupBy(m => m.Openid))
        {
            var expected = (await database.Outbox.PushesAsync(new PushFilter(StudentNumber: "s" + chat.Key[2..]), 1, Events)).Items.Select(p => $"{p.PushId}").Reverse();
            Assert.Equal(expected, chat.Select(m => m.ClientMsgId!));
        }
        Assert.True(standIn.Chat.Repeats > 0, "nothing was sent twice and dropped by WeChat");
        Assert.True(standIn.Calls.Of(Send).Count > Events + 40, "hardly any try failed");
        Assert.Equal(1, standIn.Calls.Of("/cgi-bin/stable_token").MostAtOnce);
    }

    private static Fault Another(Random random) => random.Next(5) switch
    {
        0 => new Fault { Path = Send, Status = 502 },
        1 => new Fault { Path = Send, Errcode = -1 },
        2 => new Fault { Path = Send, Drop = true },
        3 => new Fault { Path = Send, Drop = true, Late = true },
        _ => new Fault { Path = Send, Status = 500, Late = true },
    };
}
