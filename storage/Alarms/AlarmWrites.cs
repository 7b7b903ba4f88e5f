using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Alarms;

/// <summary>The raising and ending of alarms, inside a transaction.</summary>
internal static class AlarmWrites
{
    private const int Raised = 1;
    private const int Cleared = 2;

    public static async ValueTask RaiseAsync(ISqlSession session, AlarmRaise raise)
    {
        await LockAsync(session, raise.Group, raise.Ammeter, raise.Rule).ConfigureAwait(false);
        if (await HappenedAsync(session, raise.Occurrence).ConfigureAwait(false)) return;
        var alarm = await FoldAsync(session, raise).ConfigureAwait(false) ?? await OpenAsync(session, raise).ConfigureAwait(false);
        await KeepAsync(session, raise.Occurrence, alarm, Raised, raise.At).ConfigureAwait(false);
    }

    public static async ValueTask ClearAsync(ISqlSession session, AlarmClear clear)
    {
        await LockAsync(session, clear.Group, clear.Ammeter, clear.Rule).ConfigureAwait(false);
        if (await HappenedAsync(session, clear.Occurrence).ConfigureAwait(false)) return;
        var alarm = await session.OneAsync(
            $"UPDATE alarms SET cleared_at_ms = $1, cleared_by = $2 {AlarmQueries.WhereOpen(first: 3)} RETURNING alarm_id",
            Id, clear.At.ToUnixTimeMilliseconds(), clear.By, clear.Group, clear.Ammeter, clear.Rule).ConfigureAwait(false);
        await KeepAsync(session, clear.Occurrence, alarm, Cleared, clear.At).ConfigureAwait(false);
    }

    public static async ValueTask<AlarmOutcome> AcknowledgeAsync(ISqlSession session, long alarmId, string by, DateTimeOffset at) =>
        await OutcomeAsync(session, alarmId, new AuditAct(by, AuditWords.AlarmAcknowledged, at), await session.RunAsync("""
            UPDATE alarms SET acknowledged_at_ms = $1, acknowledged_by = $2 WHERE alarm_id = $3 AND acknowledged_at_ms IS NULL
            """, at.ToUnixTimeMilliseconds(), by, alarmId).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Who ends an alarm has seen it.</summary>
    public static async ValueTask<AlarmOutcome> CloseAsync(ISqlSession session, long alarmId, string by, DateTimeOffset at) =>
        await OutcomeAsync(session, alarmId, new AuditAct(by, AuditWords.AlarmCleared, at), await session.RunAsync("""
            UPDATE alarms SET cleared_at_ms = $1, cleared_by = $2,
            acknowledged_at_ms = coalesce(acknowledged_at_ms, $1), acknowledged_by = coalesce(acknowledged_by, $2)
            WHERE alarm_id = $3 AND cleared_at_ms IS NULL
            """, at.ToUnixTimeMilliseconds(), by, alarmId).ConfigureAwait(false)).ConfigureAwait(false);

    private static async ValueTask<AlarmOutcome> OutcomeAsync(ISqlSession session, long alarmId, AuditAct act, int changed)
    {
        var facts = await session.OneAsync("SELECT group_number, ammeter_number, rule FROM alarms WHERE alarm_id = $1",
            row => AuditFacts.Alarm(row.Text(0), row.TextOrNull(1), row.Text(2)), alarmId).ConfigureAwait(false);
        if (facts is null) return AlarmOutcome.Unknown;
        if (changed == 0) return AlarmOutcome.Unchanged;
        await AuditRows.AddAsync(session, act, AuditWords.Alarm(alarmId), null, facts).ConfigureAwait(false);
        return AlarmOutcome.Changed;
    }

    /// <summary>What is said of one station, meter and rule is said one after the other: two alarms of it are not opened at once.</summary>
    private static ValueTask LockAsync(ISqlSession session, string group, string? ammeter, string rule) =>
        session.LockAsync($"alarm {group}/{ammeter}/{rule}");

    private static async ValueTask<bool> HappenedAsync(ISqlSession session, string occurrence) =>
        await session.OneAsync("SELECT event FROM alarm_events WHERE occurrence = $1", Id, occurrence).ConfigureAwait(false) is not null;

    /// <summary>Into the open alarm, if there is one. What gets worse has not been seen yet.</summary>
    private static ValueTask<long?> FoldAsync(ISqlSession session, AlarmRaise raise) => session.OneAsync($"""
        UPDATE alarms SET count = count + 1, severity = CASE WHEN severity < $1 THEN $1 ELSE severity END, charge_id = $2, message = $3,
        last_at_ms = CASE WHEN last_at_ms < $4 THEN $4 ELSE last_at_ms END,
        acknowledged_at_ms = CASE WHEN severity >= $1 THEN acknowledged_at_ms END, acknowledged_by = CASE WHEN severity >= $1 THEN acknowledged_by END
        {AlarmQueries.WhereOpen(first: 5)} RETURNING alarm_id
        """, Id, (long)raise.Severity, raise.ChargeId, raise.Message, raise.At.ToUnixTimeMilliseconds(), raise.Group, raise.Ammeter, raise.Rule);

    private static ValueTask<long?> OpenAsync(ISqlSession session, AlarmRaise raise) => session.OneAsync("""
        INSERT INTO alarms (group_number, ammeter_number, rule, severity, charge_id, message, count, raised_at_ms, last_at_ms)
        VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $7) RETURNING alarm_id
        """, Id, raise.Group, raise.Ammeter, raise.Rule, (long)raise.Severity, raise.ChargeId, raise.Message, raise.At.ToUnixTimeMilliseconds());

    private static async ValueTask KeepAsync(ISqlSession session, string occurrence, long? alarm, int what, DateTimeOffset at) =>
        await session.RunAsync("INSERT INTO alarm_events (occurrence, alarm_id, event, at_ms) VALUES ($1, $2, $3, $4)",
            occurrence, alarm, what, at.ToUnixTimeMilliseconds()).ConfigureAwait(false);

    private static long? Id(ISqlRow row) => row.Long(0);
}
