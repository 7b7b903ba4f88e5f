using Sems.Storage.Curves;
using Sems.Storage.Decisions;
using Sems.Storage.Ledger;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests;

public abstract class DecisionTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : DecisionTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : DecisionTests(new PostgresTestDatabase());

    private DecisionRecord Decision(long chargeId, int number, params Sample[] samples) =>
        new(chargeId, number, "over_current", "lock", Clock.GetUtcNow(), $"电流 11.{number} A", samples);

    [Fact]
    public async Task A_decision_is_kept_once_with_its_samples_to_the_last_bit()
    {
        Sample[] samples = [Reading(1), Reading(3) with { CurrentA = 0.1 + 0.2, Marks = SampleMarks.ClockLeap }, Reading(2) with { VoltageV = null }];
        await Storage.Decisions.AddAsync(Decision(7, 2));
        await Storage.Decisions.AddAsync(Decision(7, 1, samples));
        await Storage.Decisions.AddAsync(Decision(7, 1) with { Message = "again" });
        await Storage.Decisions.AddAsync(Decision(8, 1));
        await ReopenAsync();

        var kept = await Storage.Decisions.OfChargeAsync(7);
        Assert.Equal([1, 2], kept.Select(d => d.Number));
        Assert.Equal(samples, kept[0].Samples);
        Assert.Equal(Decision(7, 1) with { Samples = [] }, kept[0] with { Samples = [] });
        Assert.Empty(kept[1].Samples);
        Assert.Empty(await Storage.Decisions.OfChargeAsync(9));
    }

    [Fact]
    public async Task Another_process_reads_them()
    {
        await Storage.Decisions.AddAsync(Decision(7, 1, Reading(1)));
        await using var outside = OpenReader();
        Assert.Equal(Reading(1), Assert.Single(Assert.Single(await outside.Decisions.OfChargeAsync(7)).Samples));
    }

    [Fact]
    public async Task What_was_wrong_with_the_counter_stays_with_the_charge()
    {
        var (told, untold) = (await BeginAsync(), await BeginAsync());
        await Storage.Ledger.CloseChargeAsync(End(told) with { EnergyFaults = new EnergyFaultCounts(1, 2, 3) });
        await Storage.Ledger.CloseChargeAsync(End(untold));
        Assert.Equal(new EnergyFaultCounts(1, 2, 3), (await Storage.Ledger.FindChargeAsync(told))!.EnergyFaults);
        Assert.Null((await Storage.Ledger.FindChargeAsync(untold))!.EnergyFaults);
    }
}
