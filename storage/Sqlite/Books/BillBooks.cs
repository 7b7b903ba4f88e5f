using Sems.Storage.Books;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Books;

/// <summary>Bills against the history of their status: both are read once, side by side, by the charge's number.</summary>
internal sealed class BillBooks(SqliteDatabase database, BookReport report, Pace pace)
{
    public void Check()
    {
        using var bills = database.Statement("SELECT charge_id, status FROM bills ORDER BY charge_id");
        using var changes = database.Statement(
            "SELECT charge_id, from_status, to_status, reason FROM bill_changes ORDER BY charge_id, change_id");
        var more = changes.Step();
        while (bills.Step())
        {
            var id = bills.Long(0);
            pace.At(id);
            report.Checked(BookRule.BillHistory);
            for (; more && changes.Long(0) < id; more = changes.Step()) Orphan(changes.Long(0));
            var status = BillStatus.Unpaid;
            for (; more && changes.Long(0) == id; more = changes.Step()) status = Follow(changes, id, status);
            var told = (BillStatus)bills.Int(1);
            if (told != status) report.Fault(BookRule.BillHistory, $"bill {id}: it is {told}, its history says {status}");
        }
        for (; more; more = changes.Step()) Orphan(changes.Long(0));
    }

    private BillStatus Follow(SqliteStatement change, long id, BillStatus before)
    {
        var (from, to) = ((BillStatus)change.Int(1), (BillStatus)change.Int(2));
        if (from != before) report.Fault(BookRule.BillHistory, $"bill {id}: a change begins at {from}, the one before ended at {before}");
        if (to == BillStatus.Waived && change.IsNull(3)) report.Fault(BookRule.BillHistory, $"bill {id}: it was waived without a reason");
        return to;
    }

    private void Orphan(long id) => report.Fault(BookRule.BillHistory, $"bill {id}: it has a history and is not there");
}
