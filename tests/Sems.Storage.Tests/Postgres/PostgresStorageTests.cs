using Sems.Storage.Curves;
using Sems.Storage.Ledger;
using Sems.Storage.Postgres;
using Sems.Storage.Registry;
using Sems.Storage.Tests.Curves;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Postgres;

/// <summary>What only PostgreSQL is asked: several processes at once, sessions that end, and how curves get from the journal into chunks.</summary>
public sealed class PostgresStorageTests : DatabaseTests
{
    private readonly PostgresTestDatabase _database;

    public PostgresStorageTests()
        : this(new PostgresTestDatabase())
    {
    }

    private PostgresStorageTests(PostgresTestDatabase database)
        : base(database) => _database = database;

    private new PostgresStorage Storage => (PostgresStorage)base.Storage;

    [Fact]
    public async Task Full_journals_are_sealed_into_packed_chunks_and_trimmed()
    {
        var charge = await BeginAsync();
        var samples = await AppendReadingsAsync(charge, 0, 500);
        await Waiting.UntilAsync("they are sealed", () => Task.FromResult(Number("SELECT count(*) FROM sample_journal") < 48));
        Assert.Equal(500, Number("SELECT (SELECT count(*) FROM sample_journal) + (SELECT sum(count) FROM curve_chunks)"));
        Assert.InRange(Number("SELECT count(*) FROM curve_chunks"), 1, 5);
        Assert.Equal(0, Number("SELECT count(*) FROM curve_chunks WHERE format <> 2"));
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        await Storage.Ledger.CloseChargeAsync(End(charge));
        Assert.Equal(0, Number("SELECT count(*) FROM sample_journal"));
        Assert.Equal(500, Number("SELECT sum(count) FROM curve_chunks"));
        Assert.Equal(samples, await Storage.Curves.ReadAsync(charge));
        foreach (var sample in samples.Where((_, i) => i % 31 == 0)) Assert.True(await Storage.Curves.ContainsAsync(charge, sample.Time));
    }

    [Fact]
    public async Task Odd_charges_come_back_bit_for_bit_in_order_of_arrival()
    {
        var random = new Random(11);
        for (var c = 0; c < 4; c++)
        {
            var charge = await BeginAsync(ammeter: $"{c}");
            var samples = c == 0 ? Arbitrary.OddSamples() : Arbitrary.Charge(random, 700);
            foreach (var batch in samples.Chunk(20)) await Task.WhenAll(batch.Select(s => Storage.Curves.AppendAsync(charge, s).AsTask()));
            var expected = CurveOrder.Of(samples).Select(Arbitrary.Bits).ToList();
            Assert.Equal(expected, (await Storage.Curves.ReadAsync(charge)).Select(Arbitrary.Bits));
            await Storage.Ledger.CloseChargeAsync(End(charge));
            Assert.Equal(expected, (await Storage.Curves.ReadAsync(charge)).Select(Arbitrary.Bits));
        }
    }

    [Fact]
    public async Task What_a_process_that_died_left_in_the_journal_is_sealed_by_the_next()
    {
        var (open, ended) = (await BeginAsync(ammeter: "a"), await BeginAsync(ammeter: "b"));
        await AppendReadingsAsync(open, 0, 40);
        await AppendReadingsAsync(ended, 0, 3);
        Execute($"UPDATE charges SET status = 4 WHERE charge_id = {ended}"); // as if a sample had come with the end
        Execute($"INSERT INTO sample_journal (charge_id, sample_time, at_ms, current_a, energy, marks) SELECT {open}, n, n, 1, 1, 0 FROM generate_series(1, 10) n");
        await Storage.Sealer.SealLeftAsync();
        Assert.Equal(0, Number("SELECT count(*) FROM sample_journal"));
        Assert.Equal(53, Number("SELECT sum(count) FROM curve_chunks"));
        Assert.Equal(3, (await Storage.Curves.ReadAsync(ended)).Count);
    }

    [Fact]
    public async Task A_chunk_that_was_changed_is_told_with_its_charge_and_sealing_goes_on_beside_it()
    {
        var charge = await BeginAsync();
        await AppendReadingsAsync(charge, 0, 10);
        await Storage.Sealer.SealLeftAsync();
        await Storage.Store.WriteAsync((Sql.ISqlSession session) => Sems.Storage.Postgres.Curves.CurveSealing.LockAndSealAsync(session, charge));
        Execute("UPDATE curve_chunks SET samples = set_byte(samples, 9, get_byte(samples, 9) # 1)");
        await AppendReadingsAsync(charge, 10, 10);
        await Storage.Ledger.CloseChargeAsync(End(charge));
        var told = await Assert.ThrowsAsync<InvalidDataException>(() => Storage.Curves.ReadAsync(charge));
        Assert.Contains($"charge {charge}, chunk 0", told.Message, StringComparison.Ordinal);
        Assert.Equal(2, Number("SELECT count(*) FROM curve_chunks"));
    }

    [Fact]
    public async Task Several_processes_write_at_once_and_the_sums_agree()
    {
        PostgresStorage[] processes = [Storage, await _database.OpenStorageAsync(), await _database.OpenStorageAsync()];
        var charges = await Task.WhenAll(processes.Select((process, p) => Task.Run(async () =>
        {
            var mine = new List<long>();
            for (var i = 0; i < 25; i++)
            {
                var id = await process.Ledger.NextChargeIdAsync();
                mine.Add(id);
                await process.Ledger.BeginChargeAsync(Start(id, $"s{p}", $"{p}", $"{i}"));
                await Task.WhenAll(Enumerable.Range(0, 60).Select(n => process.Curves.AppendAsync(id, Reading(n)).AsTask()));
                await process.Ledger.CloseChargeAsync(End(id, $"s{p}", 7));
                await process.Registry.SaveStudentAsync(new StudentRecord($"s{p}", "wandering card", null, null, false, null, Vehicle.Unknown));
            }

            return mine;
        })));
        Assert.Equal(75, charges.SelectMany(c => c).Distinct().Count());
        Assert.Equal(new LedgerTotals(0, 75, 75, 525, 525, 75 * 12.5), await Storage.Ledger.TotalsAsync());
        Assert.Equal(75 * 60, await Storage.Curves.SampleCountAsync());
        foreach (var charge in charges.SelectMany(c => c)) Assert.Equal(60, (await Storage.Curves.ReadAsync(charge)).Count);
        Assert.Equal(1, (await Storage.Registry.CountsAsync()).Cards);
    }

    [Fact]
    public async Task Of_many_who_want_a_user_name_in_several_processes_one_gets_it()
    {
        var other = await _database.OpenStorageAsync();
        var got = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            try
            {
                var registry = i % 2 == 0 ? Storage.Registry : other.Registry;
                await registry.SaveStudentAsync(new StudentRecord($"s{i}", null, "jack", null, false, null, Vehicle.Unknown));
                return 1;
            }
            catch (UserNameTakenException)
            {
                return 0;
            }
        })));
        Assert.Equal(1, got.Sum());
    }

    [Fact]
    public async Task Of_many_settlements_at_once_each_bill_takes_one_step_and_the_sum_follows()
    {
        var other = await _database.OpenStorageAsync();
        var bills = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            bills.Add(await BeginAsync(ammeter: $"{i}"));
            await Storage.Ledger.CloseChargeAsync(End(bills[^1], fen: 10));
        }

        var outcomes = await Task.WhenAll(bills.SelectMany(id => Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? Storage : other).Ledger.SettleBillAsync(
            new BillSettlement(id, "1030412535", BillStatus.Paid, $"a{i}", Clock.GetUtcNow(), null)))));
        Assert.Equal(5, outcomes.Count(o => o == BillOutcome.Changed));
        Assert.Equal(0, (await Storage.Ledger.TotalsAsync()).UnpaidFen);
        Assert.Equal(5, Number("SELECT count(*) FROM bill_changes"));
    }

    [Fact]
    public async Task Connections_that_died_while_idle_are_not_noticed()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Storage.Registry.AssignCardAsync($"a{i}", $"s{i}")));
        EndSessions();
        await Storage.Registry.AssignCardAsync("after", "x");
        EndSessions();
        Assert.Equal("x", await Storage.Registry.FindCardOwnerAsync("after"));
        EndSessions();
        var charge = await BeginAsync();
        EndSessions();
        await Storage.Curves.AppendAsync(charge, Reading(0));
        Assert.Single(await Storage.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task A_table_that_is_locked_or_away_is_an_outage_and_comes_back()
    {
        var charge = await BeginAsync();
        Execute("ALTER TABLE sample_journal RENAME TO away");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Curves.AppendAsync(charge, Reading(0)).AsTask());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Curves.ReadAsync(charge));
        Execute("ALTER TABLE away RENAME TO sample_journal");
        await Storage.Curves.AppendAsync(charge, Reading(0));
        Assert.Equal([Reading(0)], await Storage.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        _database.Change = options => options with { QueueCapacity = 3 };
        var small = await _database.OpenStorageAsync();
        var charge = await BeginAsync();
        using var connection = _database.Connect();
        using var hold = connection.BeginTransaction();
        using (var command = new Npgsql.NpgsqlCommand("LOCK TABLE sample_journal IN ACCESS EXCLUSIVE MODE", connection)) command.ExecuteNonQuery();
        var accepted = Enumerable.Range(0, 3).Select(i => small.Curves.AppendAsync(charge, Reading(i)).AsTask()).ToList();
        var refused = small.Curves.AppendAsync(charge, Reading(3));
        Assert.True(refused.IsFaulted);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => refused.AsTask());
        await hold.CommitAsync();
        await Task.WhenAll(accepted);
        Assert.Equal(3, (await Storage.Curves.ReadAsync(charge)).Count);
    }

    [Fact]
    public async Task Disposing_stores_what_was_accepted_and_refuses_the_rest()
    {
        var charge = await BeginAsync();
        var accepted = Enumerable.Range(0, 500).Select(i => Storage.Curves.AppendAsync(charge, Reading(i)).AsTask()).ToList();
        await Storage.DisposeAsync();
        await Task.WhenAll(accepted);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Curves.AppendAsync(charge, Reading(500)).AsTask());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.ProbeAsync());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Registry.CountsAsync());
        await CrashAsync();
        Assert.Equal(500, (await Storage.Curves.ReadAsync(charge)).Count);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\ud800")]
    public async Task Characters_that_text_cannot_hold_are_replaced(string text)
    {
        Assert.Null(await Storage.Registry.FindCardOwnerAsync(text));
        await Storage.Registry.AssignCardAsync(text, "x");
        Assert.Equal("x", await Storage.Registry.FindCardOwnerAsync(text));
    }

    /// <summary>Every session on the database but the asking one is ended by the server.</summary>
    private void EndSessions() =>
        Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
}
