using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Alarms;

/// <summary>Alarms, to be read.</summary>
internal class SqlAlarmsReader(ISqlStore store) : IAlarmsReader
{
    public Task<AlarmRecord?> FindAlarmAsync(long alarmId, CancellationToken cancel = default) =>
        store.ReadAsync(session => AlarmQueries.FindAsync(session, alarmId), cancel);

    public Task<Page<AlarmRecord>> AlarmsAsync(AlarmFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(session => AlarmQueries.PageAsync(session, filter, page, pageSize), cancel);
    }

    public async Task<IReadOnlyDictionary<string, int>> OpenAlarmCountsAsync(CancellationToken cancel = default) =>
        (await store.ReadAsync(AlarmQueries.OpenCountsAsync, cancel).ConfigureAwait(false)).ToDictionary(c => c.Group, c => c.Count);

    public Task<AlarmRecord?> FindOpenAlarmAsync(string group, string? ammeter, string rule, CancellationToken cancel = default) =>
        store.ReadAsync(session => AlarmQueries.FindOpenAsync(session, group, ammeter, rule), cancel);

    public async Task<IReadOnlyList<AlarmRecord>> LatestAsync(bool cleared, int limit, CancellationToken cancel = default) =>
        await store.ReadAsync(session => AlarmQueries.LatestAsync(session, cleared, limit), cancel).ConfigureAwait(false);
}
