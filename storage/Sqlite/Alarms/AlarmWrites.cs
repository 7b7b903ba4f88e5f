using Sems.Storage.Alarms;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Alarms;

/// <summary>The raising and ending of alarms; runs in the writer's transaction.</summary>
internal static class AlarmWrites
{
    private const int Raised = 1;
    private const int Cleared = 2;

    public static void Raise(SqliteDatabase database, AlarmRaise raise)
    {
        if (Happened(database, raise.Occurrence)) return;
        var alarm = Fold(database, raise) ?? Open(database, raise);
        Keep(database, raise.Occurrence, alarm, Raised, raise.At);
    }

    public static void Clear(SqliteDatabase database, AlarmClear clear)
    {
        if (Happened(database, clear.Occurrence)) return;
        var alarm = IdOf(database.Statement("UPDATE alarms SET cleared_at_ms = ?4, cleared_by = ?5" + AlarmQueries.IsOpen + " RETURNING alarm_id")
            .With(clear.Group).With(clear.Ammeter).With(clear.Rule).With(clear.At.ToUnixTimeMilliseconds()).With(clear.By));
        Keep(database, clear.Occurrence, alarm, Cleared, clear.At);
    }

    public static AlarmOutcome Acknowledge(SqliteDatabase database, long alarmId, string by, DateTimeOffset at) => Outcome(database, alarmId, database
        .Statement("UPDATE alarms SET acknowledged_at_ms = ?2, acknowledged_by = ?3 WHERE alarm_id = ?1 AND acknowledged_at_ms IS NULL")
        .With(alarmId).With(at.ToUnixTimeMilliseconds()).With(by).Run());

    /// <summary>Who ends an alarm has seen it.</summary>
    public static AlarmOutcome Close(SqliteDatabase database, long alarmId, string by, DateTimeOffset at) => Outcome(database, alarmId, database
        .Statement("""
            UPDATE alarms SET cleared_at_ms = ?2, cleared_by = ?3,
            acknowledged_at_ms = coalesce(acknowledged_at_ms, ?2), acknowledged_by = coalesce(acknowledged_by, ?3)
            WHERE alarm_id = ?1 AND cleared_at_ms IS NULL
            """)
        .With(alarmId).With(at.ToUnixTimeMilliseconds()).With(by).Run());

    private static AlarmOutcome Outcome(SqliteDatabase database, long alarmId, int changed)
    {
        if (changed == 1) return AlarmOutcome.Changed;
        using var row = database.Statement("SELECT 1 FROM alarms WHERE alarm_id = ?").With(alarmId);
        return row.Step() ? AlarmOutcome.Unchanged : AlarmOutcome.Unknown;
    }

    private static bool Happened(SqliteDatabase database, string occurrence)
    {
        using var row = database.Statement("SELECT 1 FROM alarm_events WHERE occurrence = ?").With(occurrence);
        return row.Step();
    }

    /// <summary>Into the open alarm, if there is one. What gets worse has not been seen yet.</summary>
    private static long? Fold(SqliteDatabase database, AlarmRaise raise) => IdOf(database.Statement($"""
        UPDATE alarms SET count = count + 1, severity = max(severity, ?4), charge_id = ?5, message = ?6, last_at_ms = max(last_at_ms, ?7),
        acknowledged_at_ms = CASE WHEN severity >= ?4 THEN acknowledged_at_ms END, acknowledged_by = CASE WHEN severity >= ?4 THEN acknowledged_by END
        {AlarmQueries.IsOpen} RETURNING alarm_id
        """)
        .With(raise.Group).With(raise.Ammeter).With(raise.Rule).With((long)raise.Severity).With(raise.ChargeId).With(raise.Message)
        .With(raise.At.ToUnixTimeMilliseconds()));

    private static long? Open(SqliteDatabase database, AlarmRaise raise) => IdOf(database.Statement("""
        INSERT INTO alarms (group_number, ammeter_number, rule, severity, charge_id, message, count, raised_at_ms, last_at_ms)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?7) RETURNING alarm_id
        """)
        .With(raise.Group).With(raise.Ammeter).With(raise.Rule).With((long)raise.Severity).With(raise.ChargeId).With(raise.Message)
        .With(raise.At.ToUnixTimeMilliseconds()));

    private static void Keep(SqliteDatabase database, string occurrence, long? alarm, int what, DateTimeOffset at) => database
        .Statement("INSERT INTO alarm_events (occurrence, alarm_id, event, at_ms) VALUES (?, ?, ?, ?)")
        .With(occurrence).With(alarm).With(what).With(at.ToUnixTimeMilliseconds()).Run();

    private static long? IdOf(SqliteStatement returning)
    {
        using var row = returning;
        long? id = row.Step() ? row.Long(0) : null;
        while (row.Step()) { } // a statement that returns is done only when it was read to its end
        return id;
    }
}
