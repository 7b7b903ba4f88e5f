using Sems.Storage.Registry;
using Sems.Storage.Sql;

namespace Sems.Storage.Analysis;

/// <summary>The rows of batteries.</summary>
internal static class BatteryRows
{
    /// <summary>Where batteries of which nothing is known stand among the others.</summary>
    private const double Last = 1000;

    public const string Columns = """
        SELECT b.student_number, b.vehicle, b.is_current, b.brand, b.model, b.battery_type, b.rated_v, b.rated_ah, b.model_key, b.soh, b.soh_low, b.soh_high,
        b.verdict, b.charges, b.first_at_ms, b.last_at_ms, b.version, b.revision, b.report_json, b.state_json FROM battery_health b
        """;

    /// <summary>The same for lists, which need no state: it is long.</summary>
    public static readonly string Listed = Columns.Replace("b.state_json", "''", StringComparison.Ordinal);

    public static ValueTask<BatteryRecord?> CurrentAsync(ISqlSession session, string studentNumber) =>
        session.OneAsync(Columns + " WHERE b.student_number = $1 AND b.is_current = 1", Read, studentNumber);

    public static ValueTask<BatteryRecord?> FindAsync(ISqlSession session, string studentNumber, int number) =>
        session.OneAsync(Columns + " WHERE b.student_number = $1 AND b.vehicle = $2", Read, studentNumber, (long)number);

    /// <summary>False, and nothing changed: it is not the revision that was read.</summary>
    public static async ValueTask<bool> SaveAsync(ISqlSession session, BatteryRecord b)
    {
        await session.LockAsync("battery/" + b.StudentNumber).ConfigureAwait(false);
        var now = await session.OneAsync<long?>(
            "SELECT revision FROM battery_health WHERE student_number = $1 AND vehicle = $2" + session.Dialect.ForUpdate, row => row.Long(0),
            b.StudentNumber, (long)b.Number).ConfigureAwait(false);
        if ((now ?? 0) != b.Revision) return false;
        if (b is { IsCurrent: true, Revision: 0 })
            await session.RunAsync("UPDATE battery_health SET is_current = 0 WHERE student_number = $1 AND is_current = 1", b.StudentNumber).ConfigureAwait(false);
        await session.RunAsync(
            """
            INSERT INTO battery_health (student_number, vehicle, is_current, brand, model, battery_type, rated_v, rated_ah, model_key, soh, soh_low, soh_high,
            verdict, charges, first_at_ms, last_at_ms, version, revision, report_json, state_json, soh_or_last)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
            ON CONFLICT (student_number, vehicle) DO UPDATE SET is_current = excluded.is_current, brand = excluded.brand, model = excluded.model,
            battery_type = excluded.battery_type, rated_v = excluded.rated_v, rated_ah = excluded.rated_ah, model_key = excluded.model_key, soh = excluded.soh,
            soh_low = excluded.soh_low, soh_high = excluded.soh_high, verdict = excluded.verdict, charges = excluded.charges,
            first_at_ms = excluded.first_at_ms, last_at_ms = excluded.last_at_ms, version = excluded.version, revision = excluded.revision,
            report_json = excluded.report_json, state_json = excluded.state_json, soh_or_last = excluded.soh_or_last
            """, b.StudentNumber, (long)b.Number, b.IsCurrent ? 1L : 0L, b.Label.Brand, b.Label.Model, b.Label.BatteryType, b.Label.RatedVoltage, b.Label.RatedAh,
            b.ModelKey, b.Health.Soh, b.Health.Low, b.Health.High, (long)b.Health.Verdict, b.Charges, b.FirstAt.ToUnixTimeMilliseconds(),
            b.LastAt.ToUnixTimeMilliseconds(), (long)b.Version, b.Revision + 1, b.ReportJson, b.StateJson, b.Health.Soh ?? Last).ConfigureAwait(false);
        return true;
    }

    public static BatteryRecord Read(ISqlRow row) => new(
        row.Text(0), row.Int(1), row.Long(2) != 0,
        new Vehicle(row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5), row.DoubleOrNull(6), row.DoubleOrNull(7)), row.TextOrNull(8),
        new HealthFigures(row.DoubleOrNull(9), row.DoubleOrNull(10), row.DoubleOrNull(11), (BatteryVerdict)row.Int(12)), row.Long(13), row.Time(14), row.Time(15),
        row.Int(16), row.Long(17), row.Text(18), row.Text(19));
}
