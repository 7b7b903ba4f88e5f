using System.Globalization;
using Sems.Storage.Sql;

namespace Sems.Storage.States;

/// <summary>Grain states; the ETag is the row's version, which goes on counting through a clear.</summary>
internal sealed class SqlGrainStates(ISqlStore store, TimeProvider time) : IGrainStateStore
{
    public Task<StoredState?> ReadAsync(string grainType, string key) =>
        store.ReadAsync(session => FindAsync(session, grainType, key), CancellationToken.None);

    public Task<string> WriteAsync(string grainType, string key, ReadOnlyMemory<byte> payload, string? etag) => store.WriteAsync(async session =>
    {
        var version = await (etag is null
            ? session.OneAsync("""
                INSERT INTO grain_states (grain_type, grain_key, version, payload, updated_at_ms) VALUES ($1, $2, 1, $3, $4)
                ON CONFLICT (grain_type, grain_key) DO UPDATE
                SET version = grain_states.version + 1, payload = excluded.payload, updated_at_ms = excluded.updated_at_ms
                WHERE grain_states.payload IS NULL
                RETURNING version
                """, Version, grainType, key, payload, NowMs())
            : session.OneAsync("""
                UPDATE grain_states SET version = version + 1, payload = $1, updated_at_ms = $2
                WHERE grain_type = $3 AND grain_key = $4 AND version = $5 AND payload IS NOT NULL
                RETURNING version
                """, Version, payload, NowMs(), grainType, key, Number(etag))).ConfigureAwait(false);
        return version?.ToString(CultureInfo.InvariantCulture) ?? throw Conflict(grainType, key, etag);
    });

    public Task ClearAsync(string grainType, string key, string? etag) => store.WriteAsync(async session =>
    {
        if (etag is null)
        {
            if (await FindAsync(session, grainType, key).ConfigureAwait(false) is not null) throw Conflict(grainType, key, etag);
            return;
        }

        var cleared = await session.RunAsync("""
            UPDATE grain_states SET version = version + 1, payload = NULL, updated_at_ms = $1
            WHERE grain_type = $2 AND grain_key = $3 AND version = $4 AND payload IS NOT NULL
            """, NowMs(), grainType, key, Number(etag)).ConfigureAwait(false);
        if (cleared == 0) throw Conflict(grainType, key, etag);
    });

    private static ValueTask<StoredState?> FindAsync(ISqlSession session, string grainType, string key) => session.OneAsync(
        "SELECT payload, version FROM grain_states WHERE grain_type = $1 AND grain_key = $2 AND payload IS NOT NULL",
        row => new StoredState(row.Bytes(0), row.Long(1).ToString(CultureInfo.InvariantCulture)), grainType, key);

    private static long? Version(ISqlRow row) => row.Long(0);

    private static long Number(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    private static StateConflictException Conflict(string grainType, string key, string? etag) =>
        new($"the state of {grainType} {key} is not at version {etag ?? "none"} any more");

    private long NowMs() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
