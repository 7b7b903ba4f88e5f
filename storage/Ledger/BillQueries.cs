using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>The reading of bills.</summary>
internal static class BillQueries
{
    private const string Columns = """
        SELECT b.charge_id, b.student_number, b.fen, b.status, b.created_at_ms, b.group_number, c.ammeter_number, c.started_at_ms
        FROM bills b
        """;

    internal const string AccountSql = """
        SELECT status, count(*), CAST(sum(fen) AS BIGINT) FROM bills WHERE student_number = $1 GROUP BY status
        """;

    /// <summary>To be asked within one snapshot.</summary>
    public static async ValueTask<BillHistory?> FindAsync(ISqlSession session, long chargeId) =>
        await session.OneAsync(Columns + WithCharge(session.Dialect) + " WHERE b.charge_id = $1", Read, chargeId).ConfigureAwait(false) is { } entry
            ? new BillHistory(entry, await ChangesAsync(session, chargeId).ConfigureAwait(false))
            : null;

    public static ValueTask<Page<BillEntry>> PageAsync(ISqlSession session, BillFilter filter, int page, int size) =>
        SqlPage.ReadAsync(session, CountSql(session.Dialect, filter), PageSql(session.Dialect, filter), Read, page, size);

    public static async ValueTask<StudentAccount> AccountAsync(ISqlSession session, string studentNumber)
    {
        var sums = new BillSum[3];
        var rows = await session.ListAsync(AccountSql, row => (Status: row.Int(0), Sum: new BillSum(row.Long(1), row.Long(2))), studentNumber)
            .ConfigureAwait(false);
        foreach (var (status, sum) in rows) sums[status] = sum;
        return new StudentAccount(studentNumber, sums[(int)BillStatus.Unpaid], sums[(int)BillStatus.Paid], sums[(int)BillStatus.Waived]);
    }

    internal static SqlText CountSql(SqlDialect dialect, BillFilter filter) =>
        Where(filter).Before("SELECT count(*) FROM bills b" + Index(dialect, filter));

    internal static SqlText PageSql(SqlDialect dialect, BillFilter filter) => Where(filter)
        .Before(Columns + Index(dialect, filter) + WithCharge(dialect)).With(" ORDER BY b.created_at_ms DESC, b.charge_id DESC");

    private static string WithCharge(SqlDialect dialect) => $" {dialect.Join} charges c ON c.charge_id = b.charge_id";

    /// <summary>The index is named: each of them has the list's order, and SQLite, without statistics, cannot tell which finds fewer rows.</summary>
    private static string Index(SqlDialect dialect, BillFilter filter) => filter switch
    {
        { StudentNumber: not null } => dialect.Index("bills_by_student"),
        { Group: not null } => dialect.Index("bills_by_group"),
        { Status: not null } => dialect.Index("bills_by_status"),
        _ => "",
    };

    private static SqlText Where(BillFilter filter) => new SqlText(" WHERE true")
        .AndIf("b.student_number =", filter.StudentNumber).AndIf("b.group_number =", filter.Group)
        .AndIf("b.status =", (long?)filter.Status)
        .AndIf("b.created_at_ms >=", filter.From?.ToUnixTimeMilliseconds()).AndIf("b.created_at_ms <", filter.To?.ToUnixTimeMilliseconds());

    private static ValueTask<List<BillChange>> ChangesAsync(ISqlSession session, long chargeId) => session.ListAsync("""
        SELECT from_status, to_status, changed_by, changed_at_ms, reason FROM bill_changes WHERE charge_id = $1 ORDER BY change_id
        """, row => new BillChange((BillStatus)row.Int(0), (BillStatus)row.Int(1), row.Text(2), row.Time(3), row.TextOrNull(4)), chargeId);

    private static BillEntry Read(ISqlRow row) => new(
        new BillRecord(row.Long(0), row.Text(1), row.Long(2), (BillStatus)row.Int(3), row.Time(4)), row.Text(5), row.Text(6), row.Time(7));
}
