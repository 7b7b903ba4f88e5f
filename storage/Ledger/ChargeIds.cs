using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>Numbers of charges: a process reserves a block in the database and gives them out from memory.</summary>
internal sealed class ChargeIds(ISqlStore store)
{
    private const long Block = 1_000;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _refill = new(1);
    private long _next;
    private long _end;

    public ValueTask<long> NextAsync() => Take() is { } id ? ValueTask.FromResult(id) : RefillAsync();

    private long? Take()
    {
        lock (_gate) return _next < _end ? _next++ : null;
    }

    private async ValueTask<long> RefillAsync()
    {
        await _refill.WaitAsync().ConfigureAwait(false);
        try
        {
            while (true)
            {
                if (Take() is { } id) return id;
                var first = await store.WriteAsync(ReserveAsync).ConfigureAwait(false);
                lock (_gate) (_next, _end) = (first, first + Block);
            }
        }
        finally
        {
            _refill.Release();
        }
    }

    private static ValueTask<long> ReserveAsync(ISqlSession session) => session.OneAsync(
        "UPDATE id_blocks SET next = next + $1 WHERE name = 'charge' RETURNING next - $1", row => row.Long(0), Block);
}
