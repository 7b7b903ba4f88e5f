using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage;
using Sems.Storage.Ledger;

namespace Sems.Grains.Tests.Ammeters;

/// <summary>Every write of a charge fails once, one after the other; the station retries, or the process dies and another goes on.</summary>
public class InterruptedChargeTests : SiloFixture
{
    private const int MostWrites = 60;

    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.After)]
    public async Task A_retry_has_its_effect_once_whichever_write_failed(FaultKind kind)
    {
        var rounds = await EachWriteAsync(kind, forGood: false, afterFault: () => Task.CompletedTask);
        Assert.InRange(rounds, 12, MostWrites - 1);
    }

    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.After)]
    public async Task A_process_that_dies_at_any_write_is_continued_by_the_next(FaultKind kind)
    {
        var rounds = await EachWriteAsync(kind, forGood: true, afterFault: async () =>
        {
            await RestartAsync();
            Assert.Equal(0, (await SweepAsync()).Failed);
            await NoHalfStartsAsync();
        });
        Assert.InRange(rounds, 12, MostWrites - 1);
    }

    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.After)]
    public async Task A_student_whose_charge_ended_as_the_process_died_can_charge_elsewhere_after_the_sweep(FaultKind kind)
    {
        for (var write = 1; write < MostWrites; write++)
        {
            Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
            Database.FailWrite(write, kind, forGood: true);
            var end = Meter("A").End("c1");
            await Task.WhenAny(end);
            var all = !Database.Happened;
            Assert.Equal(all, end.IsCompletedSuccessfully);
            await RestartAsync();
            await SweepAsync();

            var open = await Database.Ledger.OpenChargesAsync();
            if (open.Count == 0) Assert.Equal(Refusal.None, await Meter("B").Start("c1"));
            foreach (var meter in new[] { "A", "B" }) await Meter(meter).End("c1");
            if (all) return;
        }
        Assert.Fail("The end of a charge has no end");
    }

    private async Task<int> EachWriteAsync(FaultKind kind, bool forGood, Func<Task> afterFault)
    {
        var round = 0;
        for (var write = 1; write < MostWrites; write++)
        {
            round++;
            Database.FailWrite(write, kind, forGood);
            var charge = await ChargeAsync(afterFault, time: 1000 * round);
            if (!Database.Happened && !_faulted) return round;
            _faulted = false;
            Database.Heal();

            var ended = (await Database.Ledger.ChargesAsync(new ChargeFilter(), 1, 500)).Items;
            Assert.Equal(round, ended.Count);
            Assert.All(ended, c => Assert.True(c is { Status: ChargeStatus.Ended, Bill: not null }));
            Assert.Equal(round, (await Database.Ledger.TotalsAsync()).Bills);
            Assert.Empty(await Database.Ledger.OpenChargesAsync());
            Assert.Equal([1000d * round, (1000d * round) + 10], (await Database.Curves.ReadAsync(ended[0].ChargeId)).Select(s => s.Time));
            Assert.Equal("A2 B2 C2", await PollAsync());
        }
        return round;
    }

    private bool _faulted;

    private async Task<int> ChargeAsync(Func<Task> afterFault, double time)
    {
        await RetryAsync(() => Meter("A").Start("c1"), afterFault);
        await RetryAsync(() => Meter("A").Charge(Sample(time)), afterFault);
        await RetryAsync(() => Meter("A").Charge(Sample(time + 10)), afterFault);
        Clock.Advance(TimeSpan.FromMinutes(6));
        await RetryAsync(() => Meter("A").End("c1"), afterFault);
        return 0;
    }

    /// <summary>As a station does: again until the reply is 1.</summary>
    private async Task RetryAsync(Func<Task<Refusal>> call, Func<Task> afterFault)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            try
            {
                Assert.Equal(Refusal.None, await call());
                return;
            }
            catch (Exception failure) when (failure is StorageUnavailableException or InconsistentStateException)
            {
                _faulted = true;
                await afterFault();
            }
        }
        Assert.Fail("The fault did not pass");
    }

    private async Task NoHalfStartsAsync()
    {
        foreach (var open in await Database.Ledger.OpenChargesAsync())
        {
            Assert.NotEqual(ChargeStatus.Starting, open.Status);
            Assert.Equal(open.ChargeId, (await Meter(open.Ammeter).Status())!.Session!.ChargeId);
        }
    }
}
