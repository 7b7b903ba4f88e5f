using Sems.Storage.Curves;
using Sems.Storage.Sql;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Outside;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Curves;

/// <summary>Packing changes how a curve is stored and nothing of what anyone reads.</summary>
public sealed class PackingTests : StorageFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(48)]
    [InlineData(1000)]
    [InlineData(4000)]
    public async Task An_ended_charge_is_packed_and_reads_as_before(int count)
    {
        var (charge, samples) = await ChargeAsync(count);
        await Storage.Ledger.CloseChargeAsync(End(charge));
        await PackedAsync();
        Assert.Equal(count == 1 ? 1 : 0, Number("SELECT count(*) FROM curve_chunks WHERE format = 1")); // a lone sample gains nothing
        Assert.Equal(count, Number("SELECT coalesce(sum(count), 0) FROM curve_chunks"));
        Assert.InRange(Number("SELECT count(*) FROM curve_chunks"), Math.Min(count, 1), (count + 499) / 500 * 2);
        await AssertReadsAsync(charge, samples);
        await ReopenAsync();
        await AssertReadsAsync(charge, samples);
        foreach (var sample in samples.Where((_, i) => i % 97 == 0)) Assert.True(await Storage.Curves.ContainsAsync(charge, sample.Time));
    }

    [Fact]
    public async Task Odd_charges_are_packed_bit_for_bit()
    {
        var random = new Random(5);
        var charges = new Dictionary<long, List<Sample>>();
        for (var c = 0; c < 6; c++)
        {
            var samples = c == 0 ? Arbitrary.OddSamples() : Arbitrary.Charge(random, random.Next(1, 1500));
            charges.Add((await ChargeAsync(samples, $"{c}")).Charge, samples);
        }

        foreach (var charge in charges.Keys) await Storage.Ledger.CloseChargeAsync(End(charge));
        await PackedAsync();
        foreach (var (charge, samples) in charges)
            Assert.Equal(CurveOrder.Of(samples).Select(Arbitrary.Bits), (await Storage.Curves.ReadAsync(charge)).Select(Arbitrary.Bits));
    }

    [Fact]
    public async Task A_charge_that_runs_on_is_packed_as_it_grows_and_goes_on()
    {
        var charge = await BeginAsync();
        var samples = new List<Sample>();
        for (var part = 0; part < 6; part++)
        {
            await AppendAsync(charge, samples, 800);
            await PackedAsync();
            await AssertReadsAsync(charge, samples);
            Assert.InRange(Number("SELECT count(*) FROM curve_chunks WHERE format = 1"), 0, 16);
            if (part == 2) await ReopenAsync();
            if (part == 4) await CrashAsync();
            Assert.True(await Storage.Curves.ContainsAsync(charge, samples[^1].Time));
            Assert.True(await Storage.Curves.ContainsAsync(charge, samples[100].Time));
        }
    }

    [Fact]
    public async Task A_database_of_the_schema_before_is_packed()
    {
        Faults.Failing = WriteStep.Pack;
        var (ended, samples) = await ChargeAsync(300);
        await Storage.Ledger.CloseChargeAsync(End(ended));
        var (open, others) = await ChargeAsync(100, "1");
        await Storage.DisposeAsync();
        using (var old = OtherConnection()) old.Execute("DROP TABLE curve_backlog; DELETE FROM schema_migrations WHERE number = 2");
        Assert.Equal(0, Number("SELECT count(*) FROM curve_chunks WHERE format = 2"));

        Faults.Failing = null;
        await ReopenAsync();
        await PackedAsync();
        Assert.Equal(300, Number("SELECT sum(count) FROM curve_chunks WHERE format = 2"));
        await AssertReadsAsync(ended, samples);
        await AssertReadsAsync(open, others);
    }

    [Theory]
    [InlineData("before it is handed over")]
    [InlineData("before its transaction")]
    [InlineData("in its transaction")]
    [InlineData("after it")]
    public async Task A_kill_leaves_the_old_chunks_or_the_new(string when)
    {
        Faults.Failing = WriteStep.Pack;
        var (charge, samples) = await ChargeAsync(700);
        var (open, others) = await ChargeAsync(800, "1");
        await Storage.Ledger.CloseChargeAsync(End(charge));
        await Assert.ThrowsAsync<SqliteFault>(PackedAsync);
        var before = Number("SELECT count(*) FROM curve_chunks");
        var killed = Storage;
        Task held = Task.CompletedTask, packing = Task.CompletedTask;
        if (when == "before its transaction")
        {
            held = await Faults.HoldAsync(Storage);
            packing = Storage.Writer.WriteAsync(Packed(charge).Replace);
        }
        else if (when == "in its transaction")
        {
            Faults.Failing = WriteStep.Commit;
            await Assert.ThrowsAsync<StorageUnavailableException>(PackedAsync);
        }
        else if (when == "after it")
        {
            Faults.Failing = null;
            await PackedAsync();
        }

        if (when != "after it") Assert.Equal(before, Number("SELECT count(*) FROM curve_chunks"));
        Faults.Failing = WriteStep.Pack; // the next process reads what this one left
        await CrashAsync();
        await AssertReadsAsync(charge, samples);
        await AssertReadsAsync(open, others);
        if (when == "before its transaction")
        {
            Faults.Release();
            await Task.WhenAll(held, packing).WaitAsync(Patience);
            Assert.Equal(samples, await killed.Curves.ReadAsync(charge));
        }

        Faults.Failing = null;
        await PackedAsync();
        await AssertReadsAsync(charge, samples);
        await AssertReadsAsync(open, others);
        await AppendAsync(open, others, 60);
        await Storage.Ledger.CloseChargeAsync(End(open));
        await PackedAsync();
        await AssertReadsAsync(open, others);
    }

    [Fact]
    public async Task A_fault_leaves_the_curve_on_the_backlog()
    {
        Faults.Failing = WriteStep.Pack;
        var (charge, samples) = await ChargeAsync(200);
        await Storage.Ledger.CloseChargeAsync(End(charge));
        await Assert.ThrowsAsync<SqliteFault>(PackedAsync);
        Assert.Equal(charge, Number("SELECT charge_id FROM curve_backlog"));
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        Faults.Failing = null;
        await PackedAsync();
        Assert.Equal(0, Number("SELECT count(*) FROM curve_backlog"));
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task Chunks_sealed_while_others_are_packed_get_their_turn()
    {
        Faults.Failing = WriteStep.Pack;
        var (charge, samples) = await ChargeAsync(800);
        var loose = Packed(charge);
        await AppendAsync(charge, samples, 70);
        await Storage.Ledger.CloseChargeAsync(End(charge));
        await Storage.Writer.WriteAsync(loose.Replace);
        Assert.Equal(charge, Number("SELECT charge_id FROM curve_backlog"));
        await AssertReadsAsync(charge, samples);
        Faults.Failing = null;
        await PackedAsync();
        Assert.Equal(0, Number("SELECT count(*) FROM curve_backlog"));
        Assert.Equal(0, Number("SELECT count(*) FROM curve_chunks WHERE format = 1"));
        await AssertReadsAsync(charge, samples);
    }

    [Fact]
    public async Task A_charge_undone_while_it_is_packed_stays_undone()
    {
        Faults.Failing = WriteStep.Pack;
        var (charge, _) = await ChargeAsync(800);
        var loose = Packed(charge);
        await Storage.Ledger.AbandonChargeAsync(charge);
        await Storage.Writer.WriteAsync(loose.Replace);
        Assert.Equal(0, Number("SELECT count(*) FROM curve_chunks") + Number("SELECT count(*) FROM curve_backlog"));
        Assert.Empty(await Storage.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task Tail_sealed_and_packed_between_the_two_reads_counts_once()
    {
        var (charge, samples) = await ChargeAsync(500);
        var before = Storage.Tails.Snapshot(charge);
        await Storage.Ledger.CloseChargeAsync(End(charge));
        await PackedAsync();
        using var reader = OtherConnection();
        Assert.Equal(samples, SqliteCurves.ReadAll(reader, (charge, before)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Readers_here_and_in_another_process_see_the_same_curve_at_any_moment(int seed)
    {
        var random = new Random(seed);
        await using var outside = new SqliteStorageReader(Options);
        var charges = new List<long>();
        for (var c = 0; c < 4; c++) charges.Add(await BeginAsync(ammeter: $"{c}"));
        var stored = new int[charges.Count];
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 240; i++)
            {
                var c = random.Next(charges.Count);
                var part = Enumerable.Range(stored[c], 20).Select(n => Storage.Curves.AppendAsync(charges[c], Reading(n)).AsTask());
                await Task.WhenAll(part);
                Volatile.Write(ref stored[c], stored[c] + 20);
            }

            foreach (var charge in charges) await Storage.Ledger.CloseChargeAsync(End(charge));
            await PackedAsync();
        });
        bool ended;
        do
        {
            ended = writing.IsCompleted;
            for (var c = 0; c < charges.Count; c++)
            {
                foreach (var reader in new[] { Storage.Curves, outside.Curves })
                {
                    var least = Volatile.Read(ref stored[c]);
                    var curve = await reader.ReadAsync(charges[c]);
                    Assert.InRange(curve.Count, least, ended ? least : 4800);
                    Assert.Equal(Enumerable.Range(0, curve.Count).Select(n => Reading(n)), curve);
                }
            }
        }
        while (!ended);
        await writing;
        Assert.Equal(4800, Number("SELECT sum(count) FROM curve_chunks WHERE format = 2"));
    }

    [Fact]
    public async Task A_chunk_that_is_corrupt_is_told_by_name_and_holds_up_no_other()
    {
        var (bad, _) = await ChargeAsync(100);
        var (worse, _) = await ChargeAsync(100, "1");
        var (good, samples) = await ChargeAsync(100, "2");
        await Storage.Ledger.CloseChargeAsync(End(bad));
        await PackedAsync();
        Faults.Failing = WriteStep.Pack;
        await Storage.Ledger.CloseChargeAsync(End(worse));
        await Storage.Ledger.CloseChargeAsync(End(good));
        await Assert.ThrowsAnyAsync<Exception>(PackedAsync); // what it had read is dropped, and nothing wakes it until it is asked again
        await Storage.Writer.WriteAsync(database => database.Execute(
            $"UPDATE curve_chunks SET samples = substr(samples, 1, length(samples) - 1) || x'8F' WHERE charge_id IN ({bad}, {worse})"));
        Faults.Failing = null;
        await PackedAsync();
        await using var outside = new SqliteStorageReader(Options);
        foreach (var reader in new[] { Storage.Curves, outside.Curves })
        {
            var fault = await Assert.ThrowsAsync<InvalidDataException>(() => reader.ReadAsync(bad));
            Assert.Contains($"charge {bad}, chunk ", fault.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<InvalidDataException>(() => reader.ReadAsync(worse));
            Assert.Equal(samples, await reader.ReadAsync(good));
        }

        Assert.Equal(1, Number($"SELECT count(*) FROM curve_chunks WHERE charge_id = {good}"));
        Assert.Equal(0, Number("SELECT count(*) FROM curve_backlog"));
    }

    private Task PackedAsync() => Storage.Packer.PackedAsync().WaitAsync(Patience);

    private LooseChunks Packed(long charge)
    {
        using var reader = SqliteDatabase.OpenReader(DatabasePath, Patience);
        var loose = LooseChunks.Read(reader, charge);
        loose.Pack();
        return loose;
    }

    private async Task AssertReadsAsync(long charge, List<Sample> samples)
    {
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        await using var outside = new SqliteStorageReader(Options with { Path = Storage.Path });
        Assert.Equal(samples, await outside.Curves.ReadAsync(charge));
    }

    private async Task<(long Charge, List<Sample> Samples)> ChargeAsync(int count, string ammeter = "0")
    {
        var charge = await BeginAsync(ammeter: ammeter);
        var samples = new List<Sample>();
        await AppendAsync(charge, samples, count);
        return (charge, samples);
    }

    private async Task<(long Charge, List<Sample> Samples)> ChargeAsync(List<Sample> samples, string ammeter)
    {
        var charge = await BeginAsync(ammeter: ammeter);
        foreach (var batch in samples.Chunk(20)) await Task.WhenAll(batch.Select(s => Storage.Curves.AppendAsync(charge, s).AsTask()));
        return (charge, samples);
    }

    /// <summary>Appends as many more, in batches as the writer makes them.</summary>
    private async Task AppendAsync(long charge, List<Sample> samples, int count)
    {
        var more = Enumerable.Range(samples.Count, count).Select(i => Reading(i)).ToList();
        foreach (var batch in more.Chunk(20)) await Task.WhenAll(batch.Select(s => Storage.Curves.AppendAsync(charge, s).AsTask()));
        samples.AddRange(more);
    }
}
