using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>The reading half of the registry.</summary>
internal static class RegistryQueries
{
    private const string Groups = "SELECT group_number, name, latitude, longitude, station_key_hash, retired_at_ms FROM ammeter_groups";

    private const int AtOnce = 500;

    private const string Student = """
        SELECT s.student_number, s.username, s.password_hash, s.blocked, s.phone, s.brand, s.model, s.battery_type, s.rated_voltage,
               s.rated_ah, c.card_number, s.blocked_reason, s.wechat_openid, s.wechat_bound_at_ms, s.failures, s.locked_until_ms
        FROM students s LEFT JOIN cards c ON c.student_number = s.student_number
        """;

    public static ValueTask<StudentRecord?> StudentAsync(ISqlSession session, string studentNumber) =>
        session.OneAsync(Student + " WHERE s.student_number = $1", ReadStudent, studentNumber);

    public static ValueTask<List<StudentRecord>> StudentsAsync(ISqlSession session, IReadOnlyCollection<string> numbers) =>
        ManyAsync(session, Student + " WHERE s.student_number IN ", ReadStudent!, numbers);

    public static ValueTask<List<(string Key, string Owner)>> CardOwnersAsync(ISqlSession session, IReadOnlyCollection<string> cards) =>
        ManyAsync(session, "SELECT card_number, student_number FROM cards WHERE card_number IN ", row => (row.Text(0), row.Text(1)), cards);

    public static ValueTask<List<(string Key, string Owner)>> UserNameOwnersAsync(ISqlSession session, IReadOnlyCollection<string> names) =>
        ManyAsync(session, "SELECT username, student_number FROM students WHERE username IN ", row => (row.Text(0), row.Text(1)), names);

    /// <summary>Some at a time, for a statement takes so many parameters; what fills the last is asked for twice.</summary>
    private static async ValueTask<List<T>> ManyAsync<T>(ISqlSession session, string sql, Func<ISqlRow, T> read, IReadOnlyCollection<string> keys)
    {
        var list = $"({string.Join(", ", Enumerable.Range(1, AtOnce).Select(i => $"${i}"))})";
        var found = new List<T>();
        foreach (var some in keys.Distinct().Chunk(AtOnce))
            found.AddRange(await session.ListAsync(sql + list, read, [.. some, .. Enumerable.Repeat(some[0], AtOnce - some.Length)]).ConfigureAwait(false));
        return found;
    }

    public static ValueTask<string?> UserNameOwnerAsync(ISqlSession session, string userName) =>
        session.OneAsync("SELECT student_number FROM students WHERE username = $1", First, userName);

    public static ValueTask<string?> WechatOwnerAsync(ISqlSession session, string openid) =>
        session.OneAsync("SELECT student_number FROM students WHERE wechat_openid = $1", First, openid);

    public static ValueTask<string?> CardOwnerAsync(ISqlSession session, string card) =>
        session.OneAsync("SELECT student_number FROM cards WHERE card_number = $1", First, card);

    public static ValueTask<AmmeterGroupRecord?> GroupAsync(ISqlSession session, string group) =>
        session.OneAsync(Groups + " WHERE group_number = $1", ReadGroup, group);

    public static ValueTask<List<AmmeterGroupRecord>> GroupsAsync(ISqlSession session) =>
        session.ListAsync(Groups + " WHERE retired_at_ms IS NULL ORDER BY group_number", ReadGroup);

    public static ValueTask<List<AmmeterGroupRecord>> RetiredGroupsAsync(ISqlSession session) =>
        session.ListAsync(Groups + " WHERE retired_at_ms IS NOT NULL ORDER BY group_number", ReadGroup);

    public static ValueTask<List<(string Group, int Count)>> AmmeterCountsAsync(ISqlSession session) =>
        session.ListAsync("SELECT group_number, count(*) FROM ammeters GROUP BY group_number", row => (row.Text(0), row.Int(1)));

    public static ValueTask<AmmeterRecord?> AmmeterAsync(ISqlSession session, string group, string ammeter) => session.OneAsync("""
        SELECT a.name FROM ammeters a WHERE a.group_number = $1 AND a.ammeter_number = $2
        AND NOT EXISTS (SELECT 1 FROM ammeter_groups g WHERE g.group_number = $1 AND g.retired_at_ms IS NOT NULL)
        """, row => new AmmeterRecord(group, ammeter, row.Text(0)), group, ammeter);

    public static ValueTask<List<AmmeterRecord>> AmmetersAsync(ISqlSession session, string group) => session.ListAsync(
        "SELECT ammeter_number, name FROM ammeters WHERE group_number = $1 ORDER BY ammeter_number",
        row => new AmmeterRecord(group, row.Text(0), row.Text(1)), group);

    public static async ValueTask<RegistryCounts> CountsAsync(ISqlSession session) => (await session.OneAsync("""
        SELECT (SELECT count(*) FROM students), (SELECT count(*) FROM cards), (SELECT count(*) FROM ammeter_groups WHERE retired_at_ms IS NULL),
               (SELECT count(*) FROM ammeters WHERE group_number NOT IN (SELECT group_number FROM ammeter_groups WHERE retired_at_ms IS NOT NULL))
        """, row => new RegistryCounts(row.Long(0), row.Long(1), row.Long(2), row.Long(3))).ConfigureAwait(false))!;

    private static string? First(ISqlRow row) => row.TextOrNull(0);

    private static AmmeterGroupRecord ReadGroup(ISqlRow row) =>
        new(row.Text(0), row.Text(1), row.DoubleOrNull(2), row.DoubleOrNull(3), row.TextOrNull(4), row.TimeOrNull(5));

    private static StudentRecord ReadStudent(ISqlRow row)
    {
        var vehicle = new Vehicle(row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7), row.DoubleOrNull(8), row.DoubleOrNull(9));
        return new StudentRecord(
            row.Text(0), row.TextOrNull(10), row.TextOrNull(1), row.TextOrNull(2), row.Long(3) != 0, row.TextOrNull(4), vehicle, row.TextOrNull(11), row.TextOrNull(12),
            row.TimeOrNull(13), row.Int(14), row.TimeOrNull(15));
    }
}
