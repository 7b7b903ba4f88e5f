using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>The reading of bills.</summary>
internal static class BillQueries
{
    /// <summary>What is read of a bill, b, and its charge, c.</summary>
    public const string Columns =
        "SELECT b.charge_id, b.student_number, b.fen, b.status, b.created_at_ms, b.group_number, c.ammeter_number, c.started_at_ms";

    internal const string AccountSql = """
        SELECT status, count(*), CAST(sum(fen) AS BIGINT) FROM bills WHERE student_number = $1 GROUP BY status
        """;

    /// <summary>To be asked within one snapshot.</summary>
    public static async ValueTask<BillHistory?> FindAsync(ISqlSession session, long chargeId) =>
        await session.OneAsync($"{Columns} FROM bills b {session.Dialect.Join} charges c ON c.charge_id = b.charge_id WHERE b.charge_id = $1", Read, chargeId).ConfigureAwait(false) is { } entry
            ? new BillHistory(entry, await ChangesAsync(session, chargeId).ConfigureAwait(false))
            : null;

    public static async ValueTask<StudentAccount> AccountAsync(ISqlSession session, string studentNumber)
    {
        var sums = new BillSum[3];
        var rows = await session.ListAsync(AccountSql, row => (Status: row.Int(0), Sum: new BillSum(row.Long(1), row.Long(2))), studentNumber)
            .ConfigureAwait(false);
        foreach (var (status, sum) in rows) sums[status] = sum;
        return new StudentAccount(studentNumber, sums[(int)BillStatus.Unpaid], sums[(int)BillStatus.Paid], sums[(int)BillStatus.Waived]);
    }

    private static ValueTask<List<BillChange>> ChangesAsync(ISqlSession session, long chargeId) => session.ListAsync("""
        SELECT from_status, to_status, changed_by, changed_at_ms, reason FROM bill_changes WHERE charge_id = $1 ORDER BY change_id
        """, row => new BillChange((BillStatus)row.Int(0), (BillStatus)row.Int(1), row.Text(2), row.Time(3), row.TextOrNull(4)), chargeId);

    /// <summary>Reads <see cref="Columns"/>.</summary>
    public static BillEntry Read(ISqlRow row) => new(
        new BillRecord(row.Long(0), row.Text(1), row.Long(2), (BillStatus)row.Int(3), row.Time(4)), row.Text(5), row.Text(6), row.Time(7));
}
