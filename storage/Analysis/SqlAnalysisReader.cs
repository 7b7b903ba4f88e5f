using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Analysis;

/// <summary>What curves say, to be read.</summary>
internal class SqlAnalysisReader(ISqlStore store) : IAnalysisReader
{
    public Task<ChargeAnalysis?> FindAsync(long chargeId, CancellationToken cancel = default) =>
        store.ReadAsync(session => AnalysisRows.FindAsync(session, chargeId), cancel);

    public Task<double?> FindLeftAsync(long chargeId, CancellationToken cancel = default) => store.ReadAsync(
        session => session.OneAsync<double?>("SELECT left_percent FROM charge_left WHERE charge_id = $1", row => row.Double(0), chargeId), cancel);

    public Task<BatteryRecord?> FindBatteryAsync(string studentNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => BatteryRows.CurrentAsync(session, studentNumber), cancel);

    public Task<BatteryRecord?> FindBatteryAsync(string studentNumber, int number, CancellationToken cancel = default) =>
        store.ReadAsync(session => BatteryRows.FindAsync(session, studentNumber, number), cancel);

    public Task<Page<BatteryRecord>> BatteriesAsync(BatteryFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.SnapshotAsync(session => BatteryLists.PageAsync(session, filter, page, pageSize), cancel);
    }

    public Task<BatterySummary> SummaryAsync(CancellationToken cancel = default) => store.SnapshotAsync(BatteryLists.SummaryAsync, cancel);

    public async Task<IReadOnlyList<BrandModelRecord>> ModelsAsync(CancellationToken cancel = default) =>
        await store.ReadAsync(BrandModelRows.AllAsync, cancel).ConfigureAwait(false);

    public Task<BrandModelRecord?> FindModelAsync(string key, CancellationToken cancel = default) =>
        store.ReadAsync(session => BrandModelRows.FindAsync(session, key), cancel);

    public async Task<IReadOnlyList<DueCharge>> DueAsync(int most, CancellationToken cancel = default) =>
        await store.ReadAsync(session => AnalysisRows.DueAsync(session, most), cancel).ConfigureAwait(false);
}
