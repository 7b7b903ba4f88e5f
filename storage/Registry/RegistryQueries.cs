using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>The reading half of the registry.</summary>
internal static class RegistryQueries
{
    private const string Groups = "SELECT group_number, name, latitude, longitude, station_key_hash FROM ammeter_groups";

    public static ValueTask<StudentRecord?> StudentAsync(ISqlSession session, string studentNumber) => session.OneAsync("""
        SELECT s.student_number, s.username, s.password_hash, s.blocked, s.phone, s.brand, s.model, s.battery_type, s.rated_voltage,
               s.rated_ah, c.card_number
        FROM students s LEFT JOIN cards c ON c.student_number = s.student_number WHERE s.student_number = $1
        """, ReadStudent, studentNumber);

    public static ValueTask<string?> UserNameOwnerAsync(ISqlSession session, string userName) =>
        session.OneAsync("SELECT student_number FROM students WHERE username = $1", First, userName);

    public static ValueTask<string?> CardOwnerAsync(ISqlSession session, string card) =>
        session.OneAsync("SELECT student_number FROM cards WHERE card_number = $1", First, card);

    public static ValueTask<AmmeterGroupRecord?> GroupAsync(ISqlSession session, string group) =>
        session.OneAsync(Groups + " WHERE group_number = $1", ReadGroup, group);

    public static ValueTask<List<AmmeterGroupRecord>> GroupsAsync(ISqlSession session) =>
        session.ListAsync(Groups + " ORDER BY group_number", ReadGroup);

    public static ValueTask<AmmeterRecord?> AmmeterAsync(ISqlSession session, string group, string ammeter) => session.OneAsync(
        "SELECT name FROM ammeters WHERE group_number = $1 AND ammeter_number = $2", row => new AmmeterRecord(group, ammeter, row.Text(0)), group, ammeter);

    public static ValueTask<List<AmmeterRecord>> AmmetersAsync(ISqlSession session, string group) => session.ListAsync(
        "SELECT ammeter_number, name FROM ammeters WHERE group_number = $1 ORDER BY ammeter_number",
        row => new AmmeterRecord(group, row.Text(0), row.Text(1)), group);

    public static async ValueTask<RegistryCounts> CountsAsync(ISqlSession session) => (await session.OneAsync("""
        SELECT (SELECT count(*) FROM students), (SELECT count(*) FROM cards), (SELECT count(*) FROM ammeter_groups),
               (SELECT count(*) FROM ammeters)
        """, row => new RegistryCounts(row.Long(0), row.Long(1), row.Long(2), row.Long(3))).ConfigureAwait(false))!;

    private static string? First(ISqlRow row) => row.TextOrNull(0);

    private static AmmeterGroupRecord ReadGroup(ISqlRow row) =>
        new(row.Text(0), row.Text(1), row.DoubleOrNull(2), row.DoubleOrNull(3), row.TextOrNull(4));

    private static StudentRecord ReadStudent(ISqlRow row)
    {
        var vehicle = new Vehicle(row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7), row.DoubleOrNull(8), row.DoubleOrNull(9));
        return new StudentRecord(row.Text(0), row.TextOrNull(10), row.TextOrNull(1), row.TextOrNull(2), row.Long(3) != 0, row.TextOrNull(4), vehicle);
    }
}
