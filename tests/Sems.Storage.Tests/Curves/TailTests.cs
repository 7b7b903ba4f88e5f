using Sems.Storage.Curves;
using Sems.Storage.Sql;
using Sems.Storage.Sqlite;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Curves;

/// <summary>SQLite: fresh samples in memory and in the journal, and how they are sealed.</summary>
public sealed class TailTests : StorageFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Begin_samples_end_and_a_late_sample_in_one_batch()
    {
        var (a, b) = (await Storage.Ledger.NextChargeIdAsync(), await Storage.Ledger.NextChargeIdAsync());
        var first = await Faults.HoldAsync(Storage);
        List<Task> good =
        [
            first,
            Storage.Ledger.BeginChargeAsync(Start(a)),
            Storage.Ledger.BeginChargeAsync(Start(b)),
            Storage.Curves.AppendAsync(a, Reading(0)).AsTask(),
            Storage.Curves.AppendAsync(b, Reading(0)).AsTask(),
            Storage.Curves.AppendAsync(a, Reading(1)).AsTask(),
            Storage.Ledger.CloseChargeAsync(End(a)),
            Storage.Curves.AppendAsync(b, Reading(1)).AsTask(),
        ];
        var late = Storage.Curves.AppendAsync(a, Reading(2)).AsTask();
        Faults.Release();
        await Task.WhenAll(good).WaitAsync(Patience);
        await Assert.ThrowsAsync<InvalidOperationException>(() => late);
        await CrashAsync();
        Assert.Equal([Reading(0), Reading(1)], await Storage.Curves.ReadAsync(a));
        Assert.Equal([Reading(0), Reading(1)], await Storage.Curves.ReadAsync(b));
        Assert.Equal(4, await Storage.Curves.SampleCountAsync());
    }

    [Fact]
    public async Task Many_samples_of_a_charge_in_one_batch_are_sealed_together_and_recovered_once()
    {
        var charge = await BeginAsync();
        await AppendReadingsAsync(charge, 0, 40);
        var first = await Faults.HoldAsync(Storage);
        var writes = Enumerable.Range(40, 30).Select(i => Storage.Curves.AppendAsync(charge, Reading(i)).AsTask()).ToList();
        Faults.Release();
        await Task.WhenAll(writes.Append(first)).WaitAsync(Patience);
        await AppendReadingsAsync(charge, 70, 5);
        var expected = Enumerable.Range(0, 75).Select(i => Reading(i)).ToList();
        Assert.Equal(expected, await Storage.Curves.ReadAsync(charge));
        Assert.Equal(70, Number("SELECT sum(count) FROM curve_chunks"));
        await CrashAsync();
        Assert.Equal(expected, await Storage.Curves.ReadAsync(charge));
        await AppendReadingsAsync(charge, 75, 60);
        Assert.Equal(135, (await Storage.Curves.ReadAsync(charge)).Count);
    }

    [Fact]
    public async Task Sealing_that_is_not_committed_is_forgotten()
    {
        var charge = await BeginAsync();
        var samples = new List<Sample>(await AppendReadingsAsync(charge, 0, 47));
        Faults.Failing = WriteStep.Commit;
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Curves.AppendAsync(charge, Reading(47)).AsTask());
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        Faults.Failing = null;
        samples.AddRange(await AppendReadingsAsync(charge, 47, 10));
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        Assert.Equal(1, Number("SELECT count(*) FROM curve_chunks"));
        await CrashAsync();
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task Numbers_that_do_not_compress_are_sealed_sooner()
    {
        var charge = await BeginAsync();
        var random = new Random(3);
        var samples = Enumerable.Range(0, 48).Select(i => new Sample(i + random.NextDouble(), i, random.NextDouble(), random.NextDouble(),
            random.NextDouble(), random.NextDouble())).ToList();
        foreach (var sample in samples) await Storage.Curves.AppendAsync(charge, sample);
        Assert.True(Number("SELECT max(length(samples)) FROM curve_chunks") < 920);
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task Tail_sealed_between_the_two_reads_counts_once()
    {
        var charge = await BeginAsync();
        await AppendReadingsAsync(charge, 0, 50);
        var before = Storage.Tails.Snapshot(charge);
        await AppendReadingsAsync(charge, 50, 50);
        var between = Storage.Tails.Snapshot(charge);
        using var reader = OtherConnection();
        Assert.Equal(Enumerable.Range(0, 96).Select(i => Reading(i)), SqliteCurves.ReadAll(reader, (charge, before)));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => Reading(i)), SqliteCurves.ReadAll(reader, (charge, between)));
        await Storage.Ledger.CloseChargeAsync(End(charge));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => Reading(i)), SqliteCurves.ReadAll(reader, (charge, between)));
    }
}
