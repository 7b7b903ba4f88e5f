using Sems.Storage.Curves;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Writer;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Curves;

public sealed class CurveStoreTests : StorageFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(47)]
    [InlineData(48)]
    [InlineData(49)]
    [InlineData(150)]
    public async Task Samples_come_back_exactly_open_reopened_and_ended(int count)
    {
        var charge = await BeginAsync();
        var samples = await AppendAsync(charge, 0, count);
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        Assert.Equal(count / 48, Number("SELECT count(*) FROM curve_chunks"));
        await ReopenAsync();
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        Assert.Equal(count, await Storage.Curves.SampleCountAsync());
        await Storage.Ledger.CloseChargeAsync(End(charge));
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        Assert.Equal(count, Number("SELECT coalesce(sum(count), 0) FROM curve_chunks"));
        await ReopenAsync();
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        Assert.Equal(count, await Storage.Curves.SampleCountAsync());
    }

    [Fact]
    public async Task Contains_looks_into_tail_and_chunks_by_exact_time()
    {
        var charge = await BeginAsync();
        var other = await BeginAsync(ammeter: "000000000001");
        await AppendAsync(charge, 0, 60);
        foreach (var i in new[] { 0, 20, 47, 48, 59 })
        {
            Assert.True(await Storage.Curves.ContainsAsync(charge, Reading(i).Time));
            Assert.False(await Storage.Curves.ContainsAsync(charge, Reading(i).Time + 0.001));
            Assert.False(await Storage.Curves.ContainsAsync(other, Reading(i).Time));
        }

        Assert.False(await Storage.Curves.ContainsAsync(999, Reading(0).Time));
        await Storage.Ledger.CloseChargeAsync(End(charge));
        Assert.True(await Storage.Curves.ContainsAsync(charge, Reading(59).Time));
    }

    [Fact]
    public async Task Late_samples_stand_in_their_place_and_ties_keep_their_arrival()
    {
        var charge = await BeginAsync();
        var samples = new List<Sample>(await AppendAsync(charge, 0, 50));
        Sample late = Reading(500, at: Reading(10).AtMs) with { Marks = SampleMarks.ClockLeap };
        var tie = Reading(501, at: Reading(10).AtMs) with { Marks = SampleMarks.ClockLeap };
        await Storage.Curves.AppendAsync(charge, late);
        await Storage.Curves.AppendAsync(charge, tie);
        samples.InsertRange(11, [late, tie]);
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task Samples_after_the_end_or_of_no_charge_are_refused()
    {
        var charge = await BeginAsync();
        await Storage.Curves.AppendAsync(charge, Reading(0));
        await Storage.Ledger.CloseChargeAsync(End(charge));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Storage.Curves.AppendAsync(charge, Reading(1)).AsTask());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Storage.Curves.AppendAsync(77_777, Reading(1)).AsTask());
        await ReopenAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Storage.Curves.AppendAsync(charge, Reading(1)).AsTask());
        Assert.Equal([Reading(0)], await Storage.Curves.ReadAsync(charge));
    }

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
        await AppendAsync(charge, 0, 40);
        var first = await Faults.HoldAsync(Storage);
        var writes = Enumerable.Range(40, 30).Select(i => Storage.Curves.AppendAsync(charge, Reading(i)).AsTask()).ToList();
        Faults.Release();
        await Task.WhenAll(writes.Append(first)).WaitAsync(Patience);
        await AppendAsync(charge, 70, 5);
        var expected = Enumerable.Range(0, 75).Select(i => Reading(i)).ToList();
        Assert.Equal(expected, await Storage.Curves.ReadAsync(charge));
        Assert.Equal(70, Number("SELECT sum(count) FROM curve_chunks"));
        await CrashAsync();
        Assert.Equal(expected, await Storage.Curves.ReadAsync(charge));
        await AppendAsync(charge, 75, 60);
        Assert.Equal(135, (await Storage.Curves.ReadAsync(charge)).Count);
    }

    [Fact]
    public async Task Unclean_end_loses_nothing_of_many_charges()
    {
        var charges = new List<long>();
        for (var c = 0; c < 20; c++) charges.Add(await BeginAsync(student: $"s{c}", ammeter: $"{c}"));
        await Task.WhenAll(charges.Select((charge, c) => AppendAsync(charge, 0, 10 + (c * 7))));
        await CrashAsync();
        for (var c = 0; c < 20; c++)
        {
            await AppendAsync(charges[c], 10 + (c * 7), 3);
            Assert.Equal(Enumerable.Range(0, 13 + (c * 7)).Select(i => Reading(i)), await Storage.Curves.ReadAsync(charges[c]));
        }
    }

    [Fact]
    public async Task Sealing_that_is_not_committed_is_forgotten()
    {
        var charge = await BeginAsync();
        var samples = new List<Sample>(await AppendAsync(charge, 0, 47));
        Faults.Failing = WriteStep.Commit;
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Curves.AppendAsync(charge, Reading(47)).AsTask());
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        Faults.Failing = null;
        samples.AddRange(await AppendAsync(charge, 47, 10));
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
    public async Task Reading_while_sealing_never_loses_or_doubles_a_sample()
    {
        var charge = await BeginAsync();
        var stored = 0;
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
            {
                await Storage.Curves.AppendAsync(charge, Reading(i));
                Volatile.Write(ref stored, i + 1);
            }
        });
        while (!writing.IsCompleted)
        {
            var least = Volatile.Read(ref stored);
            var read = await Storage.Curves.ReadAsync(charge);
            Assert.True(read.Count >= least);
            Assert.Equal(Enumerable.Range(0, read.Count).Select(i => Reading(i)), read);
            if (least > 0) Assert.True(await Storage.Curves.ContainsAsync(charge, Reading(least - 1).Time));
        }

        await writing;
    }

    [Fact]
    public async Task Tail_sealed_between_the_two_reads_counts_once()
    {
        var charge = await BeginAsync();
        await AppendAsync(charge, 0, 50);
        var before = Storage.Tails.Snapshot(charge);
        await AppendAsync(charge, 50, 50);
        var between = Storage.Tails.Snapshot(charge);
        using var reader = OtherConnection();
        Assert.Equal(Enumerable.Range(0, 96).Select(i => Reading(i)), SqliteCurves.ReadAll(reader, (charge, before)));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => Reading(i)), SqliteCurves.ReadAll(reader, (charge, between)));
        await Storage.Ledger.CloseChargeAsync(End(charge));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => Reading(i)), SqliteCurves.ReadAll(reader, (charge, between)));
    }

    private async Task<IReadOnlyList<Sample>> AppendAsync(long charge, int from, int count)
    {
        var samples = Enumerable.Range(from, count).Select(i => Reading(i)).ToList();
        foreach (var sample in samples) await Storage.Curves.AppendAsync(charge, sample);
        return samples;
    }
}
