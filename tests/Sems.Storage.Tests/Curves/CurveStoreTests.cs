using Sems.Storage.Curves;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Curves;

public abstract class CurveStoreTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : CurveStoreTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : CurveStoreTests(new PostgresTestDatabase());

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
        var samples = await AppendReadingsAsync(charge, 0, count);
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
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
        await AppendReadingsAsync(charge, 0, 60);
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
        var samples = new List<Sample>(await AppendReadingsAsync(charge, 0, 50));
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
    public async Task Unclean_end_loses_nothing_of_many_charges()
    {
        var charges = new List<long>();
        for (var c = 0; c < 20; c++) charges.Add(await BeginAsync(student: $"s{c}", ammeter: $"{c}"));
        await Task.WhenAll(charges.Select((charge, c) => AppendReadingsAsync(charge, 0, 10 + (c * 7))));
        await CrashAsync();
        for (var c = 0; c < 20; c++)
        {
            await AppendReadingsAsync(charges[c], 10 + (c * 7), 3);
            Assert.Equal(Enumerable.Range(0, 13 + (c * 7)).Select(i => Reading(i)), await Storage.Curves.ReadAsync(charges[c]));
        }
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
}
