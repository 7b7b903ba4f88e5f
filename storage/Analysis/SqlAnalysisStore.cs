using Sems.Storage.Sql;

namespace Sems.Storage.Analysis;

/// <summary>What curves say.</summary>
internal sealed class SqlAnalysisStore(ISqlStore store) : SqlAnalysisReader(store), IAnalysisStore
{
    private readonly ISqlStore _store = store;

    public Task SayLeftAsync(long chargeId, double? percent) => percent is { } left
        ? _store.RunAsync(
            "INSERT INTO charge_left (charge_id, left_percent) VALUES ($1, $2) ON CONFLICT (charge_id) DO UPDATE SET left_percent = excluded.left_percent", chargeId, left)
        : _store.RunAsync("DELETE FROM charge_left WHERE charge_id = $1", chargeId);

    public Task<LearnOutcome> LearnAsync(ChargeAnalysis analysis, string studentNumber, BatteryRecord? battery) =>
        _store.WriteAsync(session => LearnWrites.ChargeAsync(session, analysis, studentNumber, battery));

    public Task<LearnOutcome> LearnAsync(long chargeId, BrandModelRecord? model) => _store.WriteAsync(session => LearnWrites.ModelAsync(session, chargeId, model));

    public async Task<int> QueueOlderAsync(int version, int most) => await AnyOlderAsync(version).ConfigureAwait(false) ? await QueueAsync(version, most).ConfigureAwait(false) : 0;

    /// <summary>Read first: a database that has nothing to learn is not written to.</summary>
    private async Task<bool> AnyOlderAsync(int version) => await _store.ReadAsync(session => session.OneAsync<long?>(
        "SELECT charge_id FROM charge_analysis WHERE version < $1 LIMIT 1", row => row.Long(0), (long)version), CancellationToken.None).ConfigureAwait(false) is not null;

    private Task<int> QueueAsync(int version, int most) => _store.RunAsync("""
        INSERT INTO analysis_due (charge_id, backlog)
        SELECT charge_id, 1 FROM charge_analysis WHERE version < $1 AND charge_id NOT IN (SELECT charge_id FROM analysis_due) ORDER BY charge_id LIMIT $2
        ON CONFLICT (charge_id) DO NOTHING
        """, (long)version, (long)most);
}
