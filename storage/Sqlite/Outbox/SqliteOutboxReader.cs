using Sems.Storage.Ledger;
using Sems.Storage.Outbox;

namespace Sems.Storage.Sqlite.Outbox;

/// <summary>Pushes, to be read.</summary>
internal class SqliteOutboxReader(SqliteReaders readers) : IOutboxReader
{
    public Task<PushRecord?> FindPushAsync(long pushId, CancellationToken cancel = default) => readers.ReadAsync(pushId, PushQueries.Find, cancel);

    public Task<Page<PushRecord>> PushesAsync(PushFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return readers.ReadAsync((filter, page, pageSize), PushQueries.Page, cancel);
    }

    public Task<IReadOnlyDictionary<PushState, long>> PushCountsAsync(CancellationToken cancel = default) =>
        readers.ReadAsync(0, PushQueries.Counts, cancel);
}
