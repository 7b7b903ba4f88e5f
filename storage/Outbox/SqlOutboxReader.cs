using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Outbox;

/// <summary>Pushes, to be read.</summary>
internal class SqlOutboxReader(ISqlStore store) : IOutboxReader
{
    public Task<PushRecord?> FindPushAsync(long pushId, CancellationToken cancel = default) =>
        store.ReadAsync(session => PushQueries.FindAsync(session, pushId), cancel);

    public Task<Page<PushRecord>> PushesAsync(PushFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(session => PushQueries.PageAsync(session, filter, page, pageSize), cancel);
    }

    public Task<IReadOnlyDictionary<PushState, long>> PushCountsAsync(CancellationToken cancel = default) =>
        store.ReadAsync(PushQueries.CountsAsync, cancel);
}
