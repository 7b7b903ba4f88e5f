using System.Collections.Concurrent;

namespace Sems.Storage.Postgres.Curves;

/// <summary>
/// About how many samples of a charge this process has put into the journal since they were sealed last: only to know when to look.
/// What is true is in the journal.
/// </summary>
internal sealed class FreshCounts(int sealAt)
{
    private readonly ConcurrentDictionary<long, int> _counts = new();

    /// <summary>Called with a charge that has enough of them.</summary>
    public Action<long>? Enough { get; set; }

    /// <summary>A sample was stored.</summary>
    public void Add(long chargeId)
    {
        if (_counts.AddOrUpdate(chargeId, 1, static (_, count) => count + 1) < sealAt) return;
        Forget(chargeId);
        Enough?.Invoke(chargeId);
    }

    /// <summary>They were sealed, or dropped.</summary>
    public void Forget(long chargeId) => _counts.TryRemove(chargeId, out _);
}
