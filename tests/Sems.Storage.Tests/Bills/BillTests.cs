using Sems.Storage.Ledger;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Bills;

/// <summary>A bill's way from unpaid to paid or waived, and back.</summary>
public abstract class BillTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : BillTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : BillTests(new PostgresTestDatabase());

    private const string Student = "1030412535";

    [Theory]
    [InlineData("", BillStatus.Unpaid, BillOutcome.Unchanged)]
    [InlineData("", BillStatus.Paid, BillOutcome.Changed)]
    [InlineData("", BillStatus.Waived, BillOutcome.Changed)]
    [InlineData("Paid", BillStatus.Paid, BillOutcome.Unchanged)]
    [InlineData("Paid", BillStatus.Waived, BillOutcome.IsPaid)]
    [InlineData("Paid", BillStatus.Unpaid, BillOutcome.Changed)]
    [InlineData("Waived", BillStatus.Waived, BillOutcome.Unchanged)]
    [InlineData("Waived", BillStatus.Paid, BillOutcome.IsWaived)]
    [InlineData("Waived", BillStatus.Unpaid, BillOutcome.Changed)]
    [InlineData("Paid Unpaid", BillStatus.Waived, BillOutcome.Changed)]
    public async Task A_bill_takes_the_steps_there_are_and_no_others(string before, BillStatus to, BillOutcome expected)
    {
        var id = await BilledAsync();
        foreach (var step in before.Split(' ', StringSplitOptions.RemoveEmptyEntries)) await SettleAsync(id, Enum.Parse<BillStatus>(step));
        var was = await Storage.Ledger.FindBillAsync(id);
        Assert.Equal(expected, await SettleAsync(id, to));
        var bill = (await Storage.Ledger.FindBillAsync(id))!;
        var status = expected == BillOutcome.Changed ? to : was!.Entry.Bill.Status;
        Assert.Equal(status, bill.Entry.Bill.Status);
        Assert.Equal(status, (await Storage.Ledger.FindChargeAsync(id))!.Bill!.Status);
        Assert.Equal(was!.Changes.Count + (expected == BillOutcome.Changed ? 1 : 0), bill.Changes.Count);
        var owed = status == BillStatus.Unpaid ? 120 : 0;
        Assert.Equal(owed, await Storage.Ledger.UnpaidFenAsync(Student));
        Assert.Equal(new LedgerTotals(0, 1, 1, 120, owed, 12.5), await Storage.Ledger.TotalsAsync());
    }

    [Fact]
    public async Task Every_change_is_kept_with_who_when_and_why()
    {
        var start = Clock.GetUtcNow();
        var id = await BilledAsync();
        await SettleAsync(id, BillStatus.Paid, "rose", null);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SettleAsync(id, BillStatus.Unpaid, "jack", "按错了");
        await SettleAsync(id, BillStatus.Waived, "jack", new string('因', 200));
        await CrashAsync();
        var bill = (await Storage.Ledger.FindBillAsync(id))!;
        Assert.Equal(new BillEntry(new BillRecord(id, Student, 120, BillStatus.Waived, start), "0001", "000000000000", start), bill.Entry);
        Assert.Equal(
            [
                new BillChange(BillStatus.Unpaid, BillStatus.Paid, "rose", start, null),
                new BillChange(BillStatus.Paid, BillStatus.Unpaid, "jack", start.AddMinutes(1), "按错了"),
                new BillChange(BillStatus.Unpaid, BillStatus.Waived, "jack", start.AddMinutes(1), new string('因', 200)),
            ],
            bill.Changes);
    }

    [Theory]
    [InlineData("UPDATE bill_changes SET changed_by = 'nobody'")]
    [InlineData("DELETE FROM bill_changes")]
    [InlineData("INSERT INTO bill_changes VALUES (9, 1, 0, 2, 'a waiver without a reason', 0, NULL)")]
    [InlineData("INSERT INTO bill_changes VALUES (9, 1, 1, 1, 'no change at all', 0, 'x')")]
    public async Task The_history_only_grows_and_only_by_changes(string sql)
    {
        var id = await BilledAsync();
        await SettleAsync(id, BillStatus.Paid);
        Assert.Throws<InvalidOperationException>(() => Execute(sql));
        Assert.Single((await Storage.Ledger.FindBillAsync(id))!.Changes);
    }

    [Fact]
    public async Task A_waiver_without_a_reason_or_with_a_long_one_changes_nothing()
    {
        var id = await BilledAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => SettleAsync(id, BillStatus.Waived, "admin", null));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SettleAsync(id, BillStatus.Waived, "admin", new string('x', 201)));
        Assert.Equal(120, await Storage.Ledger.UnpaidFenAsync(Student));
        Assert.Equal(120, (await Storage.Ledger.TotalsAsync()).UnpaidFen);
        Assert.Empty((await Storage.Ledger.FindBillAsync(id))!.Changes);
    }

    [Fact]
    public async Task Bills_that_are_not_there_or_anothers_stay_as_they_are()
    {
        var (open, id) = (await BeginAsync("s2", ammeter: "B"), await BilledAsync());
        Assert.Equal(BillOutcome.Unknown, await SettleAsync(open, BillStatus.Paid));
        Assert.Equal(BillOutcome.Unknown, await SettleAsync(99, BillStatus.Paid));
        Assert.Null(await Storage.Ledger.FindBillAsync(open));
        var other = new BillSettlement(id, "s2", BillStatus.Paid, "admin", Clock.GetUtcNow(), null);
        Assert.Equal(BillOutcome.OtherStudent, await Storage.Ledger.SettleBillAsync(other));
        Assert.Equal(120, await Storage.Ledger.UnpaidFenAsync(Student));
    }

    [Fact]
    public async Task A_settlement_that_was_not_stored_changed_nothing_and_can_be_repeated()
    {
        var id = await BilledAsync();
        foreach (var step in new[] { WriteStep.Begin, WriteStep.Commit })
        {
            Faults.Failing = step;
            await Assert.ThrowsAsync<StorageUnavailableException>(() => SettleAsync(id, BillStatus.Paid));
        }
        Faults.Failing = null;
        Assert.Equal(120, await Storage.Ledger.UnpaidFenAsync(Student));
        Assert.Empty((await Storage.Ledger.FindBillAsync(id))!.Changes);
        Assert.Equal(BillOutcome.Changed, await SettleAsync(id, BillStatus.Paid));
        Assert.Equal(0, (await Storage.Ledger.TotalsAsync()).UnpaidFen);
    }

    [Fact]
    public async Task A_bill_ended_again_stays_settled()
    {
        var id = await BilledAsync();
        await SettleAsync(id, BillStatus.Paid);
        await Storage.Ledger.CloseChargeAsync(End(id));
        Assert.Equal(BillStatus.Paid, (await Storage.Ledger.FindBillAsync(id))!.Entry.Bill.Status);
        Assert.Equal(new LedgerTotals(0, 1, 1, 120, 0, 12.5), await Storage.Ledger.TotalsAsync());
    }

    private async Task<long> BilledAsync()
    {
        var id = await BeginAsync();
        await Storage.Ledger.CloseChargeAsync(End(id));
        return id;
    }

    private Task<BillOutcome> SettleAsync(long id, BillStatus to, string by = "admin", string? reason = "试运行") =>
        Storage.Ledger.SettleBillAsync(new BillSettlement(id, Student, to, by, Clock.GetUtcNow(), reason));
}
