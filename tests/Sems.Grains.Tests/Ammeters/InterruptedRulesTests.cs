using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage;
using Sems.Storage.Alarms;
using Sems.Storage.Ledger;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Ammeters;

/// <summary>
/// A charge becomes full, is overtime, draws too much and ends; every single storage write of that fails once. Whatever happens, each
/// push, alarm and decision comes out exactly once.
/// </summary>
public sealed class InterruptedRulesTests : SiloFixture
{
    private const int MostWrites = 60;
    private bool _faulted;

    /// <summary>Pushes are not sent here: the sender's own writes, which have tests of their own, would come at any moment between the meter's.</summary>
    protected override Dictionary<string, string?> Settings => new() { ["Push:Channel"] = "none" };

    [Theory]
    [InlineData(FaultKind.Before, false)]
    [InlineData(FaultKind.After, false)]
    [InlineData(FaultKind.Before, true)]
    [InlineData(FaultKind.After, true)]
    public async Task Whichever_write_fails_everything_comes_out_once(FaultKind kind, bool dies)
    {
        for (var round = 1; round < MostWrites; round++)
        {
            _faulted = false;
            var id = await ChargeAsync(round, kind, dies);
            await MustHaveToldOnceAsync(id, round);
            if (_faulted) continue;
            Assert.InRange(round, 20, MostWrites - 1);
            return;
        }
        Assert.Fail("The writes have no end");
    }

    private async Task<long> ChargeAsync(int round, FaultKind kind, bool dies)
    {
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        var id = (await Meter("A").Status())!.Session!.ChargeId;
        var time = 10_000d * round;
        for (var i = 0; i < 9; i++) await SampleAsync(time += 10, i < 5 ? 1.7 : 0.2);

        Database.FailWrite(round, kind, forGood: dies);
        await RetryAsync(() => SampleAsync(time + 10, 0.2), dies);
        Clock.Advance(TimeSpan.FromMinutes(31));
        await RetryAsync(() => Meter("A").Tend(), dies);
        for (var i = 2; i < 5; i++) await RetryAsync(() => SampleAsync(time + (10 * i), 12), dies);
        Assert.Equal(SwitchState.Locked, (await Meter("A").Status())!.Switch);
        await RetryAsync(() => Meter("A").End("c1"), dies);

        Database.Heal();
        Assert.Equal(Refusal.None, (await Meter("A").Control(ControlAction.Unlock, "op")).Refusal);
        return id;
    }

    private async Task SampleAsync(double time, double amperes)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Refusal.None, await Meter("A").Charge(Sample(time, amperes)));
    }

    private async Task MustHaveToldOnceAsync(long id, int round)
    {
        var pushes = (await Database.Outbox.PushesAsync(new PushFilter(ChargeId: id), 1, 50)).Items;
        Assert.Equal([PushKind.AlreadyFinish, PushKind.PayFinish, PushKind.Delay, PushKind.Exception], pushes.Select(p => p.Kind).Order());

        var decisions = await Database.Decisions.OfChargeAsync(id);
        Assert.Equal(Enumerable.Range(1, decisions.Count), decisions.Select(d => d.Number));
        var decided = decisions.Select(d => $"{d.Rule} {d.Action}").ToList();
        Assert.Equal(["full low", "overtime alarm", "over_current lock", "overtime clear"], decided.Where(d => !d.StartsWith("silence", StringComparison.Ordinal)));
        // Silent or not depends on when the meter was last brought back to memory: it listens for half a minute first.
        Assert.True(string.Join(' ', decided.Where(d => d.StartsWith("silence", StringComparison.Ordinal))) is "" or "silence alarm silence clear");
        Assert.Equal([12d, 12, 12], decisions.Single(d => d.Rule == "over_current").Samples.Select(s => s.CurrentA));
        Assert.Equal(5, decisions.Single(d => d.Rule == "full").Samples.Count);

        var alarms = (await Database.Alarms.AlarmsAsync(new AlarmFilter(), 1, 500)).Items;
        Assert.Equal(round, Assert.Single(alarms, a => a.Rule == "over_current").Count); // each round's lock folds into the open one
        Assert.Equal(round, alarms.Count(a => a.Rule == "overtime"));
        Assert.All(alarms.Where(a => a.Rule is "overtime" or "silence"), a => Assert.Equal((1, false), (a.Count, a.IsOpen)));

        Assert.Empty(await Database.Ledger.OpenChargesAsync());
        Assert.Equal(round, (await Database.Ledger.TotalsAsync()).Bills);
        Assert.Equal(ChargeStatus.Ended, (await Database.Ledger.FindChargeAsync(id))!.Status);
    }

    /// <summary>Again until it is done, as a station and the sweeper do.</summary>
    private async Task RetryAsync(Func<Task> call, bool dies)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            try
            {
                await call();
                return;
            }
            catch (Exception failure) when (failure is StorageUnavailableException or InconsistentStateException)
            {
                _faulted = true;
                if (!dies) continue;
                await RestartAsync();
                Assert.Equal(0, (await SweepAsync()).Failed);
            }
        }
        Assert.Fail("The fault did not pass");
    }
}
