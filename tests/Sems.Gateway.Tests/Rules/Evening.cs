using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sems.Silo.Sweeping;
using Sems.Storage;
using Sems.Storage.Alarms;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Tests.Rules;

/// <summary>A gateway whose clock a test moves in small steps, so that what is due is done when it is due.</summary>
internal sealed class Evening(TestGateway gateway)
{
    private const string Group = "0001";
    private const string Meter = "0001";
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private double _energy;

    public SemsClient Client => gateway.Client;

    private IDatabaseReader Storage => gateway.Services.GetRequiredService<IDatabaseReader>();

    public DateTimeOffset Now => gateway.Clock.GetUtcNow();

    public async Task<long> StartAsync()
    {
        (await Client.StartAsync("5sdf87e4", Group, Meter)).MustBeDone();
        return (await Client.ChargesAsync("?status=open")).First().GetProperty("id").GetInt64();
    }

    public async Task EndAsync() => (await Client.EndAsync("5sdf87e4", Group, Meter)).MustBeDone();

    /// <summary>A sample at the clock's time.</summary>
    public async Task SampleAsync(double amperes, double? volts = null)
    {
        _energy += 0.0005;
        (await Client.SampleAsync(Group, Meter, amperes, Math.Round(_energy, 4), Now.ToUnixTimeSeconds(), volts)).MustBeDone();
    }

    /// <summary>Samples every ten seconds, with the polls of a healthy station between.</summary>
    public async Task ChargeAsync(int samples, double amperes, double? volts = null)
    {
        for (var i = 0; i < samples; i++)
        {
            gateway.Clock.Advance(TimeSpan.FromSeconds(10));
            await SampleAsync(amperes, volts);
            if (i % 3 == 0) await PollAsync();
        }
    }

    public Task PollAsync() => Client.PollAsync(Group);

    /// <summary>Nothing comes for so long. The clock goes in steps, of a second at the end, and the sweeper keeps up with it.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Now + time;
        while (Now < end)
        {
            var left = end - Now;
            gateway.Clock.Advance(left > TimeSpan.FromSeconds(130) ? TimeSpan.FromSeconds(60) : left < OneSecond ? left : OneSecond);
            await SweepAsync();
        }
    }

    /// <summary>Everything that is due by now is done.</summary>
    public async Task SweepAsync()
    {
        var sweeper = gateway.Services.GetRequiredService<Sweeper>();
        await sweeper.SweepAsync(CancellationToken.None);
        await sweeper.TendAsync(CancellationToken.None);
    }

    public async Task<JsonElement[]> DecisionsAsync(long id)
    {
        var reply = await Client.AdminAsync($"/api/admin/charges/{id}/decisions");
        Assert.Equal(200, (int)reply.Status);
        return [.. reply.Json.GetProperty("decisions").EnumerateArray()];
    }

    /// <summary>Decisions as "rule action", in order.</summary>
    public async Task<string[]> DecidedAsync(long id) =>
        [.. (await DecisionsAsync(id)).Select(d => $"{d.GetProperty("rule").GetString()} {d.GetProperty("action").GetString()}")];

    /// <summary>Alarms of a rule, oldest first; of any but a station's own when none is named.</summary>
    public async Task<IReadOnlyList<AlarmRecord>> AlarmsAsync(string? rule = null) =>
        [.. (await Storage.Alarms.AlarmsAsync(new AlarmFilter(Group: Group, Rule: rule), 1, 500)).Items.Where(a => rule is not null || a.Ammeter is not null).Reverse()];

    public async Task<IReadOnlyList<PushRecord>> PushesAsync() => [.. (await Storage.Outbox.PushesAsync(new PushFilter(), 1, 500)).Items.Reverse()];

    public async Task<string> StateAsync() => (await Client.AdminAsync($"/api/admin/ammeters/{Group}/{Meter}")).Json.GetProperty("state").GetString()!;
}
