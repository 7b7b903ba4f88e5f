using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>Lists of students. First the numbers of a page are found, then what is shown of them is read.</summary>
internal static class StudentQueries
{
    /// <summary>Behind a prefix: above everything that begins with it, in the order of bytes.</summary>
    private const string Above = "\U0010FFFF";

    private const string Owes = "EXISTS (SELECT 1 FROM bills b WHERE b.student_number = s.student_number AND b.status = 0 AND b.fen > 0)";

    private static string Debtors(SqlDialect dialect) =>
        $"(SELECT student_number, CAST(sum(fen) AS BIGINT) AS fen FROM bills{dialect.Index("bills_unpaid")} WHERE status = 0 GROUP BY student_number HAVING sum(fen) > 0)";

    public static async ValueTask<Page<StudentEntry>> PageAsync(ISqlSession session, StudentFilter filter, int page, int size)
    {
        var count = CountSql(session.Dialect, filter);
        var total = await session.OneAsync(count.Sql, row => row.Long(0), count.Values).ConfigureAwait(false);
        var skip = (page - 1L) * size;
        if (skip >= total) return new Page<StudentEntry>([], total);
        var list = PageSql(session.Dialect, filter, size, skip);
        return new Page<StudentEntry>(await session.ListAsync(list.Sql, Read, list.Values).ConfigureAwait(false), total);
    }

    public static ValueTask<StudentEntry?> FindAsync(ISqlSession session, string studentNumber) =>
        session.OneAsync($"SELECT {Columns(session.Dialect)} FROM students s{WithCard} WHERE s.student_number = $1", Read, studentNumber);

    internal static SqlText CountSql(SqlDialect dialect, StudentFilter filter) => Where(filter, From(dialect, filter)).Before("SELECT count(*)");

    internal static SqlText PageSql(SqlDialect dialect, StudentFilter filter, long size, long skip)
    {
        var mostOwed = filter.Order == StudentOrder.MostOwed;
        var from = From(dialect, filter);
        if (mostOwed && filter.Arrears != true) from = from.With($" LEFT JOIN {Debtors(dialect)} d ON d.student_number = s.student_number");
        var numbers = Where(filter, from);
        var (limit, offset) = (numbers.Values.Length + 1, numbers.Values.Length + 2);
        var (by, again) = mostOwed ? ("coalesce(d.fen, 0) DESC, s.student_number", "unpaid_fen DESC, s.student_number") : ("s.student_number", "s.student_number");
        return new SqlText(
            $"""
            WITH page AS (SELECT s.student_number{numbers.Sql} ORDER BY {by} LIMIT ${limit} OFFSET ${offset})
            SELECT {Columns(dialect)} FROM page p {dialect.Join} students s ON s.student_number = p.student_number{WithCard} ORDER BY {again}
            """, [.. numbers.Values, size, skip]);
    }

    private const string WithCard = " LEFT JOIN cards c ON c.student_number = s.student_number";

    private static string Columns(SqlDialect dialect) => $"""
        s.student_number, s.username, s.blocked, s.blocked_reason, s.phone, s.brand, s.model, s.battery_type, s.rated_voltage, s.rated_ah,
        s.wechat_openid, c.card_number,
        (SELECT CAST(coalesce(sum(b.fen), 0) AS BIGINT) FROM bills b WHERE b.student_number = s.student_number AND b.status = 0) AS unpaid_fen,
        (SELECT count(*) FROM bills b WHERE b.student_number = s.student_number AND b.status = 0) AS unpaid_bills,
        (SELECT max(o.charge_id) FROM charges o{dialect.Index("charges_by_student")}
         WHERE o.student_number = s.student_number AND o.status > 0 AND o.status < 4) AS open_charge
        """;

    /// <summary>Students as s. Few are found by what they begin with, and fewer owe than do not: the list starts from the fewest.</summary>
    private static SqlText From(SqlDialect dialect, StudentFilter filter) => filter switch
    {
        { Arrears: true } => new SqlText($" FROM {Debtors(dialect)} d JOIN students s ON s.student_number = d.student_number"),
        { Search: { } search } => new SqlText($" FROM ({Found}) k JOIN students s ON s.student_number = k.student_number", search, search + Above),
        _ => new SqlText(" FROM students s"),
    };

    private static SqlText Where(StudentFilter filter, SqlText from)
    {
        var where = from.With(" WHERE true");
        if (filter is { Arrears: true, Search: { } search }) where = new SqlText(where.Sql + Fits, search, search + Above);
        if (filter.Blocked is { } blocked) where = where.With($" AND s.blocked = {(blocked ? 1 : 0)}");
        if (filter.Registered is { } registered) where = where.With($" AND s.username IS {(registered ? "NOT " : "")}NULL");
        return filter.Arrears == false ? where.With($" AND NOT {Owes}") : where;
    }

    private const string Found = """
        SELECT student_number FROM students WHERE student_number >= $1 AND student_number < $2
        UNION SELECT student_number FROM cards WHERE card_number >= $1 AND card_number < $2
        UNION SELECT student_number FROM students WHERE username >= $1 AND username < $2
        UNION SELECT student_number FROM students WHERE phone >= $1 AND phone < $2
        """;

    /// <summary>The same of a student who is found already.</summary>
    private const string Fits = """
         AND (s.student_number >= $1 AND s.student_number < $2 OR s.username >= $1 AND s.username < $2 OR s.phone >= $1 AND s.phone < $2
         OR EXISTS (SELECT 1 FROM cards f WHERE f.student_number = s.student_number AND f.card_number >= $1 AND f.card_number < $2))
        """;

    private static StudentEntry Read(ISqlRow row)
    {
        var vehicle = new Vehicle(row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7), row.DoubleOrNull(8), row.DoubleOrNull(9));
        var student = new StudentRecord(
            row.Text(0), row.TextOrNull(11), row.TextOrNull(1), null, row.Long(2) != 0, row.TextOrNull(4), vehicle, row.TextOrNull(3), row.TextOrNull(10));
        return new StudentEntry(student, row.Long(12), row.Long(13), row.LongOrNull(14));
    }
}
