using Sems.Storage.Outbox;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite.Outbox;

/// <summary>Pushes that must go out.</summary>
internal sealed class SqliteOutbox(SqliteWriter writer, SqliteReaders readers) : SqliteOutboxReader(readers), IOutbox
{
    private readonly SqliteReaders _readers = readers;

    public Task AddAsync(PushRequest push) => writer.WriteAsync(database => database
        .Statement("""
            INSERT INTO pushes (charge_id, kind, student_number, detail_json, created_at_ms, next_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
            ON CONFLICT (charge_id, kind) DO NOTHING
            """)
        .With(push.ChargeId).With((long)push.Kind).With(push.StudentNumber).With(push.DetailJson).With(push.At.ToUnixTimeMilliseconds()).Run());

    public Task<IReadOnlyList<PushRecord>> DueAsync(DateTimeOffset now, int shard, int shards, int most, CancellationToken cancel = default)
    {
        Check(shard, shards);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return _readers.ReadAsync((now, shard, shards, most), PushQueries.Due, cancel);
    }

    public Task<DateTimeOffset?> NextDueAsync(int shard, int shards, CancellationToken cancel = default)
    {
        Check(shard, shards);
        return _readers.ReadAsync((shard, shards), PushQueries.NextDue, cancel);
    }

    public Task RecordAsync(PushAttempt attempt)
    {
        var done = attempt.State != PushState.Pending;
        if (!done && attempt.NextAt is null) throw new ArgumentException("A push that stays pending needs a time for its next try", nameof(attempt));
        return writer.WriteAsync(database => database
            .Statement("""
                UPDATE pushes SET state = ?, attempts = attempts + 1, next_at_ms = coalesce(?, next_at_ms), error = ?, done_at_ms = ?
                WHERE push_id = ? AND state = 0
                """)
            .With((long)attempt.State).With(attempt.NextAt?.ToUnixTimeMilliseconds()).With(attempt.Error)
            .With(done ? attempt.At.ToUnixTimeMilliseconds() : null).With(attempt.PushId).Run());
    }

    public Task<bool> RetryAsync(long pushId, DateTimeOffset at) => writer.WriteAsync(database => database
        .Statement("UPDATE pushes SET state = 0, attempts = 0, next_at_ms = ?, done_at_ms = NULL WHERE push_id = ? AND state IN (2, 3)")
        .With(at.ToUnixTimeMilliseconds()).With(pushId).Run() == 1);

    private static void Check(int shard, int shards)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, shards);
    }
}
