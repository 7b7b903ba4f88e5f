using Sems.Storage.Registry;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>The reading half of the registry.</summary>
internal static class RegistryQueries
{
    public static StudentRecord? Student(SqliteDatabase database, string studentNumber)
    {
        using var row = database.Statement("""
            SELECT s.username, s.password_hash, s.blocked, s.phone, s.brand, s.model, s.battery_type, s.rated_voltage, s.rated_ah,
                   c.card_number
            FROM students s LEFT JOIN cards c ON c.student_number = s.student_number WHERE s.student_number = ?
            """).With(studentNumber);
        if (!row.Step()) return null;
        var vehicle = new Vehicle(row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6), row.DoubleOrNull(7), row.DoubleOrNull(8));
        return new StudentRecord(studentNumber, row.TextOrNull(9), row.TextOrNull(0), row.TextOrNull(1), row.Long(2) != 0,
            row.TextOrNull(3), vehicle);
    }

    public static string? UserNameOwner(SqliteDatabase database, string userName) =>
        One(database, "SELECT student_number FROM students WHERE username = ?", userName);

    public static string? CardOwner(SqliteDatabase database, string card) =>
        One(database, "SELECT student_number FROM cards WHERE card_number = ?", card);

    public static string? Administrator(SqliteDatabase database, string userName) =>
        One(database, "SELECT password_hash FROM administrators WHERE username = ?", userName);

    public static AmmeterGroupRecord? Group(SqliteDatabase database, string group)
    {
        using var row = database.Statement(
            "SELECT group_number, name, latitude, longitude, station_key_hash FROM ammeter_groups WHERE group_number = ?").With(group);
        return row.Step() ? ReadGroup(row) : null;
    }

    public static IReadOnlyList<AmmeterGroupRecord> Groups(SqliteDatabase database, int unused)
    {
        var groups = new List<AmmeterGroupRecord>();
        using var rows = database.Statement(
            "SELECT group_number, name, latitude, longitude, station_key_hash FROM ammeter_groups ORDER BY group_number");
        while (rows.Step()) groups.Add(ReadGroup(rows));
        return groups;
    }

    public static AmmeterRecord? Ammeter(SqliteDatabase database, (string Group, string Ammeter) key)
    {
        using var row = database.Statement("SELECT name FROM ammeters WHERE group_number = ? AND ammeter_number = ?")
            .With(key.Group).With(key.Ammeter);
        return row.Step() ? new AmmeterRecord(key.Group, key.Ammeter, row.Text(0)) : null;
    }

    public static IReadOnlyList<AmmeterRecord> Ammeters(SqliteDatabase database, string group)
    {
        var ammeters = new List<AmmeterRecord>();
        using var rows = database.Statement(
            "SELECT ammeter_number, name FROM ammeters WHERE group_number = ? ORDER BY ammeter_number").With(group);
        while (rows.Step()) ammeters.Add(new AmmeterRecord(group, rows.Text(0), rows.Text(1)));
        return ammeters;
    }

    public static RegistryCounts Counts(SqliteDatabase database, int unused)
    {
        using var row = database.Statement("""
            SELECT (SELECT count(*) FROM students), (SELECT count(*) FROM cards), (SELECT count(*) FROM ammeter_groups),
                   (SELECT count(*) FROM ammeters)
            """);
        row.Step();
        return new RegistryCounts(row.Long(0), row.Long(1), row.Long(2), row.Long(3));
    }

    private static AmmeterGroupRecord ReadGroup(SqliteStatement row) =>
        new(row.Text(0), row.Text(1), row.DoubleOrNull(2), row.DoubleOrNull(3), row.TextOrNull(4));

    private static string? One(SqliteDatabase database, string sql, string key)
    {
        using var row = database.Statement(sql).With(key);
        return row.Step() ? row.TextOrNull(0) : null;
    }
}
