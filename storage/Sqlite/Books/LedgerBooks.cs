using System.Globalization;
using Sems.Storage.Books;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Books;

/// <summary>Charges against bills, and both against the totals.</summary>
internal sealed class LedgerBooks(SqliteDatabase database, BookReport report, Pace pace)
{
    private const double Rounding = 1e-9; // of a sum of this many doubles, added in another order
    private long _ended;
    private long _bills;
    private long _fen;
    private long _unpaidFen;
    private double _energyWh;
    private double _energyAdded;

    public void Check()
    {
        CheckCharges();
        CheckBills();
        CheckTotals();
    }

    private void CheckCharges()
    {
        using var rows = database.Statement("""
            SELECT c.charge_id, c.ended_at_ms IS NULL OR c.samples IS NULL, c.energy_wh, b.charge_id IS NULL
            FROM charges c LEFT JOIN bills b ON b.charge_id = c.charge_id WHERE c.status = 4 ORDER BY c.charge_id
            """);
        while (rows.Step())
        {
            var id = rows.Long(0);
            pace.At(id);
            _ended++;
            if (rows.Int(1) != 0) report.Fault(BookRule.ChargeUnfinished, $"charge {id}");
            if (rows.Int(3) != 0) report.Fault(BookRule.BillMissing, $"charge {id}");
            _energyWh += rows.Double(2);
            _energyAdded += Math.Abs(rows.Double(2));
        }
        report.Checked(BookRule.ChargeUnfinished, _ended);
        report.Checked(BookRule.BillMissing, _ended);
    }

    private void CheckBills()
    {
        using var rows = database.Statement("""
            SELECT b.charge_id, c.status, b.student_number = c.student_number, b.fen, b.status, b.group_number = c.group_number
            FROM bills b LEFT JOIN charges c ON c.charge_id = b.charge_id ORDER BY b.charge_id
            """);
        while (rows.Step())
        {
            var (id, fen) = (rows.Long(0), rows.Long(3));
            pace.At(id);
            _bills++;
            _fen += fen;
            if (rows.Int(4) == (int)BillStatus.Unpaid) _unpaidFen += fen;
            if (rows.IsNull(1)) report.Fault(BookRule.BillOrphan, $"bill {id}: there is no such charge");
            else if (rows.Int(1) != (int)ChargeStatus.Ended) report.Fault(BookRule.BillOrphan, $"bill {id}: its charge has not ended");
            if (!rows.IsNull(2) && rows.Int(2) == 0) report.Fault(BookRule.BillStudent, $"bill {id}");
            if (!rows.IsNull(5) && rows.Int(5) == 0) report.Fault(BookRule.BillStation, $"bill {id}");
            if (fen < 0) report.Fault(BookRule.BillAmount, string.Create(CultureInfo.InvariantCulture, $"bill {id}: {fen} fen"));
        }
        report.Checked(BookRule.BillOrphan, _bills);
        report.Checked(BookRule.BillStudent, _bills);
        report.Checked(BookRule.BillStation, _bills);
        report.Checked(BookRule.BillAmount, _bills);
    }

    private void CheckTotals()
    {
        using var row = database.Statement("SELECT ended_charges, bills, bills_fen, unpaid_fen, energy_wh FROM ledger_totals WHERE id = 1");
        if (!row.Step())
        {
            report.Fault(BookRule.Totals, "there are no totals");
            return;
        }
        Compare("charges ended", row.Long(0), _ended);
        Compare("bills", row.Long(1), _bills);
        Compare("fen billed", row.Long(2), _fen);
        Compare("fen unpaid", row.Long(3), _unpaidFen);
        report.Checked(BookRule.Totals);
        if (Math.Abs(row.Double(4) - _energyWh) > Math.Max(1e-6, _energyAdded * Rounding))
            report.Fault(BookRule.Totals, string.Create(CultureInfo.InvariantCulture, $"energy: {row.Double(4)} Wh, its rows make {_energyWh} Wh"));
    }

    private void Compare(string what, long told, long sum)
    {
        report.Checked(BookRule.Totals);
        if (told != sum) report.Fault(BookRule.Totals, string.Create(CultureInfo.InvariantCulture, $"{what}: {told}, its rows make {sum}"));
    }
}
