namespace Sems.Storage.Outbox;

/// <summary>
/// Pushes that must go out. Every write is durable when its task completes and throws <see cref="StorageUnavailableException"/> when
/// it was not made.
/// </summary>
public interface IOutbox : IOutboxReader
{
    /// <summary>Enters a push, due at once; one of this charge and kind that is there already stays as it is.</summary>
    Task AddAsync(PushRequest push);

    /// <summary>Pushes of a shard that are due, oldest due first: of each student only the earliest that is pending, for the others wait for it.</summary>
    /// <param name="shard">See <see cref="PushShard"/>.</param>
    Task<IReadOnlyList<PushRecord>> DueAsync(DateTimeOffset now, int shard, int most, CancellationToken cancel = default);

    /// <summary>When the next push of the shard that waits for no other is due, or null for none.</summary>
    Task<DateTimeOffset?> NextDueAsync(int shard, CancellationToken cancel = default);

    /// <summary>Records a try of a pending push; one that is not pending any more stays as it is.</summary>
    Task RecordAsync(PushAttempt attempt);

    /// <summary>Makes a dead or undeliverable push pending again, due then, its tries counted anew; its last error stays until the next. False when it is neither.</summary>
    /// <param name="by">Who wants it, for the audit log; null for nobody.</param>
    Task<bool> RetryAsync(long pushId, DateTimeOffset at, string? by = null);
}
