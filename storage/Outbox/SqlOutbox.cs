using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Outbox;

/// <summary>Pushes that must go out.</summary>
internal sealed class SqlOutbox(ISqlStore store) : SqlOutboxReader(store), IOutbox
{
    private readonly ISqlStore _store = store;

    public Task AddAsync(PushRequest push) => _store.RunAsync("""
        INSERT INTO pushes (charge_id, kind, student_number, detail_json, created_at_ms, next_at_ms, shard) VALUES ($1, $2, $3, $4, $5, $5, $6)
        ON CONFLICT (charge_id, kind) DO NOTHING
        """, push.ChargeId, (long)push.Kind, push.StudentNumber, push.DetailJson, push.At.ToUnixTimeMilliseconds(), (long)PushShard.Of(push.StudentNumber));

    public Task<IReadOnlyList<PushRecord>> DueAsync(DateTimeOffset now, int shard, int most, CancellationToken cancel = default)
    {
        Check(shard);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return _store.ReadAsync(session => PushQueries.DueAsync(session, now, shard, most), cancel);
    }

    public Task<DateTimeOffset?> NextDueAsync(int shard, CancellationToken cancel = default)
    {
        Check(shard);
        return _store.ReadAsync(session => PushQueries.NextDueAsync(session, shard), cancel);
    }

    public Task RecordAsync(PushAttempt attempt)
    {
        var done = attempt.State != PushState.Pending;
        if (!done && attempt.NextAt is null) throw new ArgumentException("A push that stays pending needs a time for its next try", nameof(attempt));
        return _store.RunAsync("""
            UPDATE pushes SET state = $1, attempts = attempts + 1, next_at_ms = coalesce($2, next_at_ms), error = $3, done_at_ms = $4
            WHERE push_id = $5 AND state = 0
            """, (long)attempt.State, attempt.NextAt?.ToUnixTimeMilliseconds(), attempt.Error,
            done ? attempt.At.ToUnixTimeMilliseconds() : null, attempt.PushId);
    }

    public Task<bool> RetryAsync(long pushId, DateTimeOffset at, string? by = null) => _store.WriteAsync(async session =>
    {
        var changed = await session.RunAsync(
            "UPDATE pushes SET state = 0, attempts = 0, next_at_ms = $1, done_at_ms = NULL WHERE push_id = $2 AND state IN (2, 3)",
            at.ToUnixTimeMilliseconds(), pushId).ConfigureAwait(false) == 1;
        if (changed && by is not null)
            await AuditRows.AddAsync(session, new AuditAct(by, AuditWords.PushRetried, at), AuditWords.Push(pushId), null, null).ConfigureAwait(false);
        return changed;
    });

    private static void Check(int shard)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, PushShard.Count);
    }
}
