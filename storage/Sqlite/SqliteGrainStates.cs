using System.Globalization;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Sqlite.Writer;
using Sems.Storage.States;

namespace Sems.Storage.Sqlite;

/// <summary>Grain states; the ETag is the row's version, which goes on counting through a clear.</summary>
internal sealed class SqliteGrainStates(SqliteWriter writer, SqliteReaders readers, TimeProvider time) : IGrainStateStore
{
    public Task<StoredState?> ReadAsync(string grainType, string key) => readers.ReadAsync((grainType, key), Find, CancellationToken.None);

    public Task<string> WriteAsync(string grainType, string key, ReadOnlyMemory<byte> payload, string? etag) =>
        writer.WriteAsync(database =>
        {
            using var row = etag is null
                ? database.Statement("""
                    INSERT INTO grain_states (grain_type, grain_key, version, payload, updated_at_ms) VALUES (?1, ?2, 1, ?3, ?4)
                    ON CONFLICT (grain_type, grain_key) DO UPDATE
                    SET version = version + 1, payload = excluded.payload, updated_at_ms = excluded.updated_at_ms
                    WHERE payload IS NULL
                    RETURNING version
                    """).With(grainType).With(key).With(payload.Span).With(NowMs())
                : database.Statement("""
                    UPDATE grain_states SET version = version + 1, payload = ?3, updated_at_ms = ?4
                    WHERE grain_type = ?1 AND grain_key = ?2 AND version = ?5 AND payload IS NOT NULL
                    RETURNING version
                    """).With(grainType).With(key).With(payload.Span).With(NowMs()).With(Version(etag));
            if (!row.Step()) throw Conflict(grainType, key, etag);
            var version = row.Long(0).ToString(CultureInfo.InvariantCulture);
            row.Step();
            return version;
        });

    public Task ClearAsync(string grainType, string key, string? etag) => writer.WriteAsync(database =>
    {
        if (etag is null)
        {
            if (Find(database, (grainType, key)) is not null) throw Conflict(grainType, key, etag);
            return;
        }

        var cleared = database.Statement("""
            UPDATE grain_states SET version = version + 1, payload = NULL, updated_at_ms = ?
            WHERE grain_type = ? AND grain_key = ? AND version = ? AND payload IS NOT NULL
            """).With(NowMs()).With(grainType).With(key).With(Version(etag)).Run();
        if (cleared == 0) throw Conflict(grainType, key, etag);
    });

    private static StoredState? Find(SqliteDatabase database, (string Type, string Key) key)
    {
        using var row = database.Statement(
            "SELECT payload, version FROM grain_states WHERE grain_type = ? AND grain_key = ? AND payload IS NOT NULL")
            .With(key.Type).With(key.Key);
        return row.Step() ? new StoredState(row.Blob(0).ToArray(), row.Long(1).ToString(CultureInfo.InvariantCulture)) : null;
    }

    private static long Version(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    private static StateConflictException Conflict(string grainType, string key, string? etag) =>
        new($"the state of {grainType} {key} is not at version {etag ?? "none"} any more");

    private long NowMs() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
