using Sems.Storage.Registry;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>The rows of the registry, written inside a transaction of the writer.</summary>
internal static class RegistryWrites
{
    public static void Save(SqliteDatabase database, StudentRecord student)
    {
        RequireFreeName(database, student.UserName, student.StudentNumber);
        database.Statement("""
            INSERT INTO students
            (student_number, username, password_hash, blocked, phone, brand, model, battery_type, rated_voltage, rated_ah)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (student_number) DO UPDATE SET username = excluded.username, password_hash = excluded.password_hash,
            blocked = excluded.blocked, phone = excluded.phone, brand = excluded.brand, model = excluded.model,
            battery_type = excluded.battery_type, rated_voltage = excluded.rated_voltage, rated_ah = excluded.rated_ah
            """)
            .With(student.StudentNumber).With(student.UserName).With(student.PasswordHash).With(student.Blocked ? 1L : 0L)
            .With(student.Phone).With(student.Vehicle.Brand).With(student.Vehicle.Model).With(student.Vehicle.BatteryType)
            .With(student.Vehicle.RatedVoltage).With(student.Vehicle.RatedAh).Run();
        if (student.CardNumber is { } card) AssignCard(database, card, student.StudentNumber);
        else database.Statement("DELETE FROM cards WHERE student_number = ?").With(student.StudentNumber).Run();
    }

    public static void Apply(SqliteDatabase database, StudentChange change)
    {
        RequireFreeName(database, change.UserName, change.StudentNumber);
        database.Statement("""
            INSERT INTO students
            (student_number, username, password_hash, blocked, phone, brand, model, battery_type, rated_voltage, rated_ah)
            VALUES (?1, ?2, ?3, coalesce(?4, 0), ?5, ?6, ?7, ?8, ?9, ?10)
            ON CONFLICT (student_number) DO UPDATE SET username = coalesce(?2, username), password_hash = coalesce(?3, password_hash),
            blocked = coalesce(?4, blocked), phone = coalesce(?5, phone), brand = coalesce(?6, brand), model = coalesce(?7, model),
            battery_type = coalesce(?8, battery_type), rated_voltage = coalesce(?9, rated_voltage), rated_ah = coalesce(?10, rated_ah)
            """)
            .With(change.StudentNumber).With(change.UserName).With(change.PasswordHash)
            .With(change.Blocked is { } blocked ? (blocked ? 1L : 0L) : null)
            .With(change.Phone).With(change.Brand).With(change.Model).With(change.BatteryType)
            .With(change.RatedVoltage).With(change.RatedAh).Run();
        if (change.CardNumber is { } card) AssignCard(database, card, change.StudentNumber);
    }

    public static void AssignCard(SqliteDatabase database, string card, string studentNumber)
    {
        database.Statement("DELETE FROM cards WHERE student_number = ? AND card_number <> ?").With(studentNumber).With(card).Run();
        database.Statement("""
            INSERT INTO cards (card_number, student_number) VALUES (?, ?)
            ON CONFLICT (card_number) DO UPDATE SET student_number = excluded.student_number
            """).With(card).With(studentNumber).Run();
    }

    public static void Save(SqliteDatabase database, AmmeterGroupRecord group) => database
        .Statement("""
            INSERT INTO ammeter_groups (group_number, name, latitude, longitude, station_key_hash) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (group_number) DO UPDATE SET name = excluded.name, latitude = excluded.latitude,
            longitude = excluded.longitude, station_key_hash = excluded.station_key_hash
            """)
        .With(group.Group).With(group.Name).With(group.Latitude).With(group.Longitude).With(group.StationKeyHash).Run();

    public static void Apply(SqliteDatabase database, AmmeterGroupChange change) => database
        .Statement("""
            INSERT INTO ammeter_groups (group_number, name, latitude, longitude, station_key_hash)
            VALUES (?1, coalesce(?2, ?1), ?3, ?4, ?5)
            ON CONFLICT (group_number) DO UPDATE SET name = coalesce(?2, name), latitude = coalesce(?3, latitude),
            longitude = coalesce(?4, longitude), station_key_hash = coalesce(?5, station_key_hash)
            """)
        .With(change.Group).With(change.Name).With(change.Latitude).With(change.Longitude).With(change.StationKeyHash).Run();

    public static void Save(SqliteDatabase database, AmmeterRecord ammeter) => database
        .Statement("""
            INSERT INTO ammeters (group_number, ammeter_number, name) VALUES (?, ?, ?)
            ON CONFLICT (group_number, ammeter_number) DO UPDATE SET name = excluded.name
            """)
        .With(ammeter.Group).With(ammeter.Ammeter).With(ammeter.Name).Run();

    private static void RequireFreeName(SqliteDatabase database, string? userName, string studentNumber)
    {
        if (userName is not null && RegistryQueries.UserNameOwner(database, userName) is { } owner && owner != studentNumber)
            throw new UserNameTakenException(userName);
    }
}
