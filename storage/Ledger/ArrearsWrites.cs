using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>What each student owes, kept in the transactions that bill and settle.</summary>
internal static class ArrearsWrites
{
    /// <summary>Adds to it; after the bill and before the sums of the day.</summary>
    public static async ValueTask AddAsync(ISqlSession session, string student, BillSum unpaid)
    {
        if (unpaid == default) return;
        await session.RunAsync("""
            INSERT INTO arrears AS a (student_number, unpaid_bills, unpaid_fen) VALUES ($1, $2, $3)
            ON CONFLICT (student_number) DO UPDATE SET unpaid_bills = a.unpaid_bills + excluded.unpaid_bills, unpaid_fen = a.unpaid_fen + excluded.unpaid_fen
            """, student, unpaid.Count, unpaid.Fen).ConfigureAwait(false);
    }
}
