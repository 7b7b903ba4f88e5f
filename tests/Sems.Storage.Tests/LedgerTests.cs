using Sems.Storage.Ledger;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests;

public abstract class LedgerTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : LedgerTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : LedgerTests(new PostgresTestDatabase());

    [Fact]
    public async Task Ids_start_at_one_and_are_never_given_twice()
    {
        var ids = new List<long>();
        Assert.Equal(1, await Storage.Ledger.NextChargeIdAsync());
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = new List<long>();
            for (var i = 0; i < 400; i++) mine.Add(await Storage.Ledger.NextChargeIdAsync());
            return mine;
        })));
        ids.AddRange(taken.SelectMany(t => t));
        Assert.Equal(Enumerable.Range(2, 3_200).Select(i => (long)i), ids.Order());
        await CrashAsync();
        Assert.True(await Storage.Ledger.NextChargeIdAsync() > ids.Max());
    }

    [Fact]
    public async Task Charge_goes_from_start_to_bill()
    {
        var started = Clock.GetUtcNow();
        var id = await BeginAsync();
        var starting = await Storage.Ledger.FindChargeAsync(id);
        Assert.Equal(new ChargeRecord(id, "0001", "000000000000", "1030412535", "5sdf87e4", ChargeStatus.Starting, started,
            null, null, null, null, null, "{}", null), starting);
        await Storage.Ledger.SetStatusAsync(id, ChargeStatus.Charging);
        Assert.Equal(ChargeStatus.Charging, (await Storage.Ledger.FindChargeAsync(id))!.Status);
        Clock.Advance(TimeSpan.FromHours(2));
        await Storage.Ledger.CloseChargeAsync(End(id) with { FullAt = started + TimeSpan.FromHours(1) });
        var ended = await Storage.Ledger.FindChargeAsync(id);
        Assert.Equal(starting! with
        {
            Status = ChargeStatus.Ended,
            EndedAt = Clock.GetUtcNow(),
            FullAt = started + TimeSpan.FromHours(1),
            Samples = 3,
            EnergyWh = 12.5,
            Reason = "student",
            Bill = new BillRecord(id, "1030412535", 120, BillStatus.Unpaid, Clock.GetUtcNow()),
        }, ended);
        Assert.Null(await Storage.Ledger.FindChargeAsync(id + 1));
    }

    [Fact]
    public async Task Everything_again_changes_nothing()
    {
        var id = await BeginAsync();
        await Storage.Ledger.SetStatusAsync(id, ChargeStatus.Low);
        await Storage.Ledger.BeginChargeAsync(Start(id, "other"));
        Assert.Equal(ChargeStatus.Low, (await Storage.Ledger.FindChargeAsync(id))!.Status);
        await Storage.Curves.AppendAsync(id, Reading(0));
        await Storage.Ledger.CloseChargeAsync(End(id));
        var ended = await Storage.Ledger.FindChargeAsync(id);
        await Storage.Ledger.CloseChargeAsync(End(id, fen: 999));
        await Storage.Ledger.SetStatusAsync(id, ChargeStatus.Charging);
        await Storage.Ledger.BeginChargeAsync(Start(id));
        await Storage.Ledger.AbandonChargeAsync(id);
        await ReopenAsync();
        await Storage.Ledger.CloseChargeAsync(End(id, fen: 999));
        Assert.Equal(ended, await Storage.Ledger.FindChargeAsync(id));
        Assert.Equal("1030412535", ended!.StudentNumber);
        Assert.Equal(120, await Storage.Ledger.UnpaidFenAsync("1030412535"));
        Assert.Equal(new LedgerTotals(0, 1, 1, 120, 120, 12.5), await Storage.Ledger.TotalsAsync());
        Assert.Equal(1, Number("SELECT count(*) FROM curve_chunks"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Storage.Curves.AppendAsync(id, Reading(1)).AsTask());
    }

    [Fact]
    public async Task Close_that_fails_leaves_the_charge_open_and_can_be_repeated()
    {
        var id = await BeginAsync();
        await Storage.Curves.AppendAsync(id, Reading(0));
        Faults.Failing = WriteStep.Commit;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Ledger.CloseChargeAsync(End(id)));
        Faults.Failing = null;
        Assert.Null((await Storage.Ledger.FindChargeAsync(id))!.Bill);
        await Storage.Curves.AppendAsync(id, Reading(1));
        await Storage.Ledger.CloseChargeAsync(End(id));
        Assert.Equal(new LedgerTotals(0, 1, 1, 120, 120, 12.5), await Storage.Ledger.TotalsAsync());
        Assert.Equal([Reading(0), Reading(1)], await Storage.Curves.ReadAsync(id));
    }

    [Fact]
    public async Task Wrong_calls_are_told()
    {
        var id = await BeginAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Ledger.SetStatusAsync(id, ChargeStatus.Ended));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Ledger.SetStatusAsync(id, ChargeStatus.Starting));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Ledger.CloseChargeAsync(End(id, fen: -1)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Storage.Ledger.SetStatusAsync(99, ChargeStatus.Low));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Storage.Ledger.CloseChargeAsync(End(99)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Ledger.ChargesAsync(new ChargeFilter(), 0, 10));
    }

    [Fact]
    public async Task Abandon_removes_only_what_never_got_past_starting()
    {
        var (starting, open) = (await BeginAsync(), await BeginAsync(ammeter: "1"));
        await Storage.Ledger.SetStatusAsync(open, ChargeStatus.Charging);
        await Storage.Ledger.AbandonChargeAsync(starting);
        await Storage.Ledger.AbandonChargeAsync(starting);
        await Storage.Ledger.AbandonChargeAsync(open);
        Assert.Null(await Storage.Ledger.FindChargeAsync(starting));
        Assert.Equal([open], (await Storage.Ledger.OpenChargesAsync()).Select(c => c.ChargeId));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Storage.Curves.AppendAsync(starting, Reading(0)).AsTask());
        await Storage.Curves.AppendAsync(open, Reading(0));
    }

    [Fact]
    public async Task Lists_are_filtered_paged_and_newest_first()
    {
        var ids = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            var id = await BeginAsync($"s{i % 3}", $"000{i % 2}", $"{i % 4}");
            ids.Add(id);
            if (i != 11) await Storage.Ledger.SetStatusAsync(id, ChargeStatus.Charging);
            if (i < 6) await Storage.Ledger.CloseChargeAsync(End(id, $"s{i % 3}", i));
        }

        Assert.Equal("11: 10 9 8", await ListAsync(new ChargeFilter(), 1, 3));
        Assert.Equal("11: 1 0", await ListAsync(new ChargeFilter(), 4, 3));
        Assert.Equal("11: ", await ListAsync(new ChargeFilter(), 5, 3));
        Assert.Equal("5: 9 7 5 3 1", await ListAsync(new ChargeFilter(Group: "0001"), 1, 10));
        Assert.Equal("3: 9 5 1", await ListAsync(new ChargeFilter("0001", "1"), 1, 10));
        Assert.Equal("4: 10 7 4 1", await ListAsync(new ChargeFilter(StudentNumber: "s1"), 1, 10));
        Assert.Equal("5: 10 9 8 7 6", await ListAsync(new ChargeFilter(Statuses: [ChargeStatus.Charging, ChargeStatus.Low]), 1, 10));
        Assert.Equal("6: 5 4", await ListAsync(new ChargeFilter(Statuses: [ChargeStatus.Ended]), 1, 2));
        Assert.Equal("0: ", await ListAsync(new ChargeFilter(Statuses: []), 1, 2));
        Assert.Equal(ids[6..], (await Storage.Ledger.OpenChargesAsync()).Select(c => c.ChargeId));
        Assert.Equal(5, await Storage.Ledger.UnpaidFenAsync("s1")); // 1 + 4
        Assert.Equal(new LedgerTotals(5, 6, 6, 15, 15, 75), await Storage.Ledger.TotalsAsync());

        async Task<string> ListAsync(ChargeFilter filter, int page, int size)
        {
            var list = await Storage.Ledger.ChargesAsync(filter, page, size);
            return $"{list.Total}: {string.Join(' ', list.Items.Select(c => ids.IndexOf(c.ChargeId)))}";
        }
    }
}
