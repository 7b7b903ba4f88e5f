using System.Text;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>The reading of bills.</summary>
internal static class BillQueries
{
    private const string Columns = """
        SELECT b.charge_id, b.student_number, b.fen, b.status, b.created_at_ms, b.group_number, c.ammeter_number, c.started_at_ms
        FROM bills b
        """;

    private const string WithCharge = " CROSS JOIN charges c ON c.charge_id = b.charge_id";

    public static BillHistory? Find(SqliteDatabase database, long chargeId)
    {
        database.Execute("BEGIN"); // one snapshot; whoever reads gives a connection that threw away
        BillHistory? found = null;
        using (var row = database.Statement(Columns + WithCharge + " WHERE b.charge_id = ?").With(chargeId))
            if (row.Step()) found = new BillHistory(Read(row), Changes(database, chargeId));
        database.Execute("COMMIT");
        return found;
    }

    public static Page<BillEntry> Page(SqliteDatabase database, (BillFilter Filter, int Page, int Size) key)
    {
        long total;
        using (var count = Bind(database.Statement(CountSql(key.Filter)), key.Filter))
        {
            count.Step();
            total = count.Long(0);
        }

        var skip = (key.Page - 1L) * key.Size;
        var items = new List<BillEntry>();
        if (skip >= total) return new Page<BillEntry>(items, total);
        using var rows = Bind(database.Statement(PageSql(key.Filter)), key.Filter).With(key.Size).With(skip);
        while (rows.Step()) items.Add(Read(rows));
        return new Page<BillEntry>(items, total);
    }

    public static StudentAccount Account(SqliteDatabase database, string studentNumber)
    {
        var sums = new BillSum[3];
        using var rows = database.Statement(AccountSql).With(studentNumber);
        while (rows.Step()) sums[rows.Int(0)] = new BillSum(rows.Long(1), rows.Long(2));
        return new StudentAccount(studentNumber, sums[(int)BillStatus.Unpaid], sums[(int)BillStatus.Paid], sums[(int)BillStatus.Waived]);
    }

    internal const string AccountSql = "SELECT status, count(*), sum(fen) FROM bills WHERE student_number = ? GROUP BY status";

    internal static string CountSql(BillFilter filter) => "SELECT count(*) FROM bills b" + Index(filter) + Where(filter);

    internal static string PageSql(BillFilter filter) =>
        Columns + Index(filter) + WithCharge + Where(filter) + " ORDER BY b.created_at_ms DESC, b.charge_id DESC LIMIT ? OFFSET ?";

    /// <summary>The index is named: each of them has the list's order, and SQLite, without statistics, cannot tell which finds fewer rows.</summary>
    private static string Index(BillFilter filter) => filter switch
    {
        { StudentNumber: not null } => " INDEXED BY bills_by_student",
        { Group: not null } => " INDEXED BY bills_by_group",
        { Status: not null } => " INDEXED BY bills_by_status",
        _ => "",
    };

    private static string Where(BillFilter filter)
    {
        var sql = new StringBuilder(" WHERE true");
        if (filter.StudentNumber is not null) sql.Append(" AND b.student_number = ?");
        if (filter.Group is not null) sql.Append(" AND b.group_number = ?");
        if (filter.Status is not null) sql.Append(" AND b.status = ?");
        if (filter.From is not null) sql.Append(" AND b.created_at_ms >= ?");
        if (filter.To is not null) sql.Append(" AND b.created_at_ms < ?");
        return sql.ToString();
    }

    private static SqliteStatement Bind(SqliteStatement statement, BillFilter filter)
    {
        if (filter.StudentNumber is { } student) statement.With(student);
        if (filter.Group is { } group) statement.With(group);
        if (filter.Status is { } status) statement.With((long)status);
        if (filter.From is { } from) statement.With(from.ToUnixTimeMilliseconds());
        if (filter.To is { } to) statement.With(to.ToUnixTimeMilliseconds());
        return statement;
    }

    private static List<BillChange> Changes(SqliteDatabase database, long chargeId)
    {
        var changes = new List<BillChange>();
        using var rows = database.Statement("""
            SELECT from_status, to_status, changed_by, changed_at_ms, reason FROM bill_changes WHERE charge_id = ? ORDER BY change_id
            """).With(chargeId);
        while (rows.Step())
            changes.Add(new BillChange((BillStatus)rows.Int(0), (BillStatus)rows.Int(1), rows.Text(2), Time(rows.Long(3)), rows.TextOrNull(4)));
        return changes;
    }

    private static BillEntry Read(SqliteStatement row) => new(
        new BillRecord(row.Long(0), row.Text(1), row.Long(2), (BillStatus)row.Int(3), Time(row.Long(4))), row.Text(5), row.Text(6), Time(row.Long(7)));

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
