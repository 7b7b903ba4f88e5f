using Sems.Storage.Sql;

namespace Sems.Storage.Analysis;

/// <summary>The steps of learning, each inside its transaction.</summary>
internal static class LearnWrites
{
    public static async ValueTask<LearnOutcome> ChargeAsync(ISqlSession session, ChargeAnalysis analysis, string studentNumber, BatteryRecord? battery)
    {
        // Kept as it is until this ends: an erasure comes before, and the charge is another's, or after, and finds what this makes.
        var owner = await session.OneAsync("SELECT student_number FROM charges WHERE charge_id = $1 AND status = 4" + session.Dialect.ForUpdate, row => row.Text(0), analysis.ChargeId)
            .ConfigureAwait(false);
        if (owner != studentNumber) return LearnOutcome.Stale;
        if (await AnalysisRows.FindAsync(session, analysis.ChargeId).ConfigureAwait(false) is { } before && before.Version >= analysis.Version) return LearnOutcome.Known;
        if (battery is not null && !await BatteryRows.SaveAsync(session, battery).ConfigureAwait(false)) return LearnOutcome.Stale;
        await AnalysisRows.SaveAsync(session, analysis).ConfigureAwait(false);
        if (!analysis.ModelDue) await AnalysisRows.DoneAsync(session, analysis.ChargeId).ConfigureAwait(false);
        return LearnOutcome.Learnt;
    }

    public static async ValueTask<LearnOutcome> ModelAsync(ISqlSession session, long chargeId, BrandModelRecord? model)
    {
        var due = await session.OneAsync<long?>(
            "SELECT model_due FROM charge_analysis WHERE charge_id = $1" + session.Dialect.ForUpdate, row => row.Long(0), chargeId).ConfigureAwait(false);
        if (due is not 1) return LearnOutcome.Known;
        if (model is not null && !await BrandModelRows.SaveAsync(session, model).ConfigureAwait(false)) return LearnOutcome.Stale;
        await AnalysisRows.ModelLearntAsync(session, chargeId).ConfigureAwait(false);
        await AnalysisRows.DoneAsync(session, chargeId).ConfigureAwait(false);
        return LearnOutcome.Learnt;
    }
}
