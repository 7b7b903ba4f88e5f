using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Silo.Sweeping;
using Sems.Storage.Alarms;

namespace Sems.Grains.Tests;

/// <summary>The sweeper calls whoever is due, and tries again when it cannot.</summary>
public sealed class SweeperTests : SiloFixture
{
    [Fact]
    public async Task A_meter_is_called_when_it_is_due_and_not_before()
    {
        await Meter("A").Start("c1");
        Assert.Equal((1, 0), await SweepAsync());
        Assert.Equal((0, 0), await SweepAsync()); // known, and not due
        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await Silo.Sweeper.TendAsync(CancellationToken.None));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await Silo.Sweeper.TendAsync(CancellationToken.None)); // the meter is silent, its station offline
        Assert.Equal(["offline", "silence"], await OpenAlarmsAsync());
    }

    [Fact]
    public async Task What_an_outage_kept_from_being_done_is_done_after_it()
    {
        await Meter("A").Start("c1");
        await SweepAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));
        Database.FailCalls("RaiseAsync");
        Assert.Equal(2, await Silo.Sweeper.TendAsync(CancellationToken.None));
        Assert.Empty(await OpenAlarmsAsync());
        Clock.Advance(Sweeper.RetryAfter);
        await Silo.Sweeper.TendAsync(CancellationToken.None);
        Database.Heal();
        Clock.Advance(Sweeper.RetryAfter);
        await Silo.Sweeper.TendAsync(CancellationToken.None);
        Assert.Equal(["offline", "silence"], await OpenAlarmsAsync());
        Assert.Equal(Refusal.None, await Meter("A").Charge(Sample(1000)));
        await PollAsync();
        Assert.Empty(await OpenAlarmsAsync());
    }

    [Fact]
    public async Task A_poll_is_answered_though_its_alarm_cannot_be_cleared_and_the_next_clears_it()
    {
        await SweepAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));
        await Silo.Sweeper.TendAsync(CancellationToken.None);
        Database.FailCalls("ClearAsync");
        Assert.Equal("A2 B2 C2", await PollAsync());
        Assert.Equal(["offline"], await OpenAlarmsAsync());
        Database.Heal();
        await PollAsync();
        Assert.Empty(await OpenAlarmsAsync());
    }

    private async Task<IEnumerable<string>> OpenAlarmsAsync() =>
        (await Database.Alarms.AlarmsAsync(new AlarmFilter(Open: true), 1, 50)).Items.Select(a => a.Rule).Order();
}
