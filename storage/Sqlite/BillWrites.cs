using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>The settling of bills; runs in the writer's transaction.</summary>
internal static class BillWrites
{
    /// <summary>Takes the step if it is one: the bill, the sum of what is owed and the history change together.</summary>
    public static BillOutcome Settle(SqliteDatabase database, BillSettlement wanted)
    {
        string student;
        long fen;
        BillStatus from;
        using (var bill = database.Statement("SELECT student_number, fen, status FROM bills WHERE charge_id = ?").With(wanted.ChargeId))
        {
            if (!bill.Step()) return BillOutcome.Unknown;
            (student, fen, from) = (bill.Text(0), bill.Long(1), (BillStatus)bill.Int(2));
        }

        if (student != wanted.StudentNumber) return BillOutcome.OtherStudent;
        var outcome = BillSteps.Decide(from, wanted.To);
        if (outcome == BillOutcome.Changed) Write(database, wanted, from, fen);
        return outcome;
    }

    private static void Write(SqliteDatabase database, BillSettlement wanted, BillStatus from, long fen)
    {
        database.Statement("UPDATE bills SET status = ? WHERE charge_id = ?").With((long)wanted.To).With(wanted.ChargeId).Run();
        database.Statement("UPDATE ledger_totals SET unpaid_fen = unpaid_fen + ? WHERE id = 1").With(Owed(wanted.To, fen) - Owed(from, fen)).Run();
        database.Statement("""
            INSERT INTO bill_changes (charge_id, from_status, to_status, changed_by, changed_at_ms, reason) VALUES (?, ?, ?, ?, ?, ?)
            """)
            .With(wanted.ChargeId).With((long)from).With((long)wanted.To).With(wanted.By).With(wanted.At.ToUnixTimeMilliseconds())
            .With(wanted.Reason).Run();
    }

    private static long Owed(BillStatus status, long fen) => status == BillStatus.Unpaid ? fen : 0;
}
