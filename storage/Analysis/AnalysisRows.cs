using Sems.Storage.Sql;

namespace Sems.Storage.Analysis;

/// <summary>The rows of analyses, and of charges that are due.</summary>
internal static class AnalysisRows
{
    /// <summary>The charge ended: it is due. In the transaction that ends it.</summary>
    public static async ValueTask QueueAsync(ISqlSession session, long chargeId) => await session.RunAsync(
        "INSERT INTO analysis_due (charge_id, backlog) VALUES ($1, 0) ON CONFLICT (charge_id) DO NOTHING", chargeId).ConfigureAwait(false);

    public static ValueTask<List<DueCharge>> DueAsync(ISqlSession session, int most) => session.ListAsync(
        $"""
        SELECT d.charge_id, c.student_number FROM (SELECT backlog, charge_id FROM analysis_due ORDER BY backlog, charge_id LIMIT $1) d
        {session.Dialect.Join} charges c ON c.charge_id = d.charge_id ORDER BY d.backlog, d.charge_id
        """, row => new DueCharge(row.Long(0), row.Text(1)), (long)most);

    public static ValueTask<ChargeAnalysis?> FindAsync(ISqlSession session, long chargeId) => session.OneAsync(
        """
        SELECT charge_id, version, analyzed_at_ms, student_number, vehicle, model_key, model_due, findings, worst, report_json, fault
        FROM charge_analysis WHERE charge_id = $1
        """, Read, chargeId);

    public static async ValueTask SaveAsync(ISqlSession session, ChargeAnalysis a) => await session.RunAsync(
        """
        INSERT INTO charge_analysis (charge_id, version, analyzed_at_ms, student_number, vehicle, model_key, model_due, findings, worst, report_json, fault)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (charge_id) DO UPDATE SET version = excluded.version, analyzed_at_ms = excluded.analyzed_at_ms, student_number = excluded.student_number,
        vehicle = excluded.vehicle, model_key = excluded.model_key, model_due = excluded.model_due, findings = excluded.findings, worst = excluded.worst,
        report_json = excluded.report_json, fault = excluded.fault
        """, a.ChargeId, (long)a.Version, a.AnalyzedAt.ToUnixTimeMilliseconds(), a.StudentNumber, (long?)a.Vehicle, a.ModelKey, a.ModelDue ? 1L : 0L,
        (long)a.Findings, (long?)a.Worst, a.ReportJson, a.Fault).ConfigureAwait(false);

    public static async ValueTask ModelLearntAsync(ISqlSession session, long chargeId) =>
        await session.RunAsync("UPDATE charge_analysis SET model_due = 0 WHERE charge_id = $1", chargeId).ConfigureAwait(false);

    public static async ValueTask DoneAsync(ISqlSession session, long chargeId) =>
        await session.RunAsync("DELETE FROM analysis_due WHERE charge_id = $1", chargeId).ConfigureAwait(false);

    /// <summary>Takes a student out: the batteries go, analyses are nobody's. After the student's charges were given to the pseudonym.</summary>
    public static async ValueTask EraseAsync(ISqlSession session, string studentNumber)
    {
        await session.RunAsync("DELETE FROM battery_health WHERE student_number = $1", studentNumber).ConfigureAwait(false);
        await session.RunAsync("UPDATE charge_analysis SET student_number = NULL, vehicle = NULL WHERE student_number = $1", studentNumber).ConfigureAwait(false);
    }

    private static ChargeAnalysis Read(ISqlRow row) => new(
        row.Long(0), row.Int(1), row.Time(2), row.TextOrNull(3), (int?)row.LongOrNull(4), row.TextOrNull(5), row.Long(6) != 0, row.Int(7),
        (int?)row.LongOrNull(8), row.TextOrNull(9), row.TextOrNull(10));
}
