namespace Sems.Storage.Outbox;

/// <summary>
/// Pushes that must go out. Every write is durable when its task completes and throws <see cref="StorageUnavailableException"/> when
/// it was not made.
/// </summary>
public interface IOutbox : IOutboxReader
{
    /// <summary>Enters a push, due at once; one of this charge and kind that is there already stays as it is.</summary>
    Task AddAsync(PushRequest push);

    /// <summary>Pending pushes that are due, oldest due first, of those whose charge id leaves this remainder.</summary>
    /// <param name="shard">From 0.</param>
    /// <param name="shards">How many drain the outbox between them.</param>
    Task<IReadOnlyList<PushRecord>> DueAsync(DateTimeOffset now, int shard, int shards, int most, CancellationToken cancel = default);

    /// <summary>When the next pending push of the shard is due, or null for none.</summary>
    Task<DateTimeOffset?> NextDueAsync(int shard, int shards, CancellationToken cancel = default);

    /// <summary>Records a try of a pending push; one that is not pending any more stays as it is.</summary>
    Task RecordAsync(PushAttempt attempt);

    /// <summary>Makes a dead or undeliverable push pending again, due then, its tries counted anew; its last error stays until the next. False when it is neither.</summary>
    /// <param name="by">Who wants it, for the audit log; null for nobody.</param>
    Task<bool> RetryAsync(long pushId, DateTimeOffset at, string? by = null);
}
