using System.Collections.Concurrent;
using Sems.Grains.Cluster;
using Sems.Storage;

namespace Sems.Gateway.Access;

/// <summary>
/// What requests ask for again and again, as it was a moment ago. What another gateway changed is seen within <see cref="Fresh"/>; what this
/// one changed, at once.
/// </summary>
/// <param name="read">Reads one from storage; null when it is not there.</param>
/// <param name="clock">The machine's clock.</param>
public sealed class FreshBook<T>(Func<string, CancellationToken, Task<T?>> read, MachineClock clock) where T : class
{
    /// <summary>How old something in memory may be.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private const int Most = 1_000;
    private readonly ConcurrentDictionary<string, Page> _pages = new();

    /// <summary>What is of this key, or null. Keys that are nobody's are not kept.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be read now.</exception>
    public async ValueTask<T?> FindAsync(string key, CancellationToken cancel)
    {
        if (_pages.TryGetValue(key, out var page) && clock.Time.GetElapsedTime(page.ReadAt) < Fresh) return page.Row;
        var readAt = clock.Time.GetTimestamp();
        var row = await read(key, cancel);
        if (_pages.Count >= Most) _pages.Clear();
        if (row is null) _pages.TryRemove(key, out _);
        else _pages[key] = new Page(row, readAt);
        return row;
    }

    /// <summary>It was changed: it is read anew when it is next asked for.</summary>
    public void Forget(string key) => _pages.TryRemove(key, out _);

    private sealed record Page(T Row, long ReadAt);
}
