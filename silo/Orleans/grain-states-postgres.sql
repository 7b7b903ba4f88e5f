-- The queries Orleans' ADO.NET grain storage asks for, on PostgreSQL: as grain-states.sql has them for SQLite, and for the same table,
-- grain_states, which is the embedded engine's and made by the storage's own schema. Orleans keeps versions in 32 bits.

-- Silos may start at once.
SELECT pg_advisory_xact_lock(hashtextextended('orleans queries', 0));

CREATE TABLE IF NOT EXISTS OrleansQuery (
    QueryKey  TEXT PRIMARY KEY,
    QueryText TEXT NOT NULL
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', $query$
    SELECT payload AS PayloadBinary, CAST(version AS INTEGER) AS Version
    FROM grain_states
    WHERE grain_type = @GrainTypeString AND grain_key = substr(@GrainIdExtensionString, 2)
$query$),
-- A first write finds no row and inserts it, a later one updates the row that still has the version it was read with;
-- whichever succeeds answers the new version. No answer at all is a conflict.
('WriteToStorageKey', $query$
    INSERT INTO grain_states (grain_type, grain_key, version, payload, updated_at_ms)
    SELECT @GrainTypeString, substr(@GrainIdExtensionString, 2), coalesce(CAST(@GrainStateVersion AS INTEGER), 0) + 1,
        CAST(@PayloadBinary AS BYTEA), CAST(1000 * extract(epoch FROM clock_timestamp()) AS BIGINT)
    WHERE CAST(@GrainStateVersion AS INTEGER) IS NULL OR EXISTS (
        SELECT 1 FROM grain_states WHERE grain_type = @GrainTypeString AND grain_key = substr(@GrainIdExtensionString, 2))
    ON CONFLICT (grain_type, grain_key) DO UPDATE
        SET payload = excluded.payload, version = excluded.version, updated_at_ms = excluded.updated_at_ms
        WHERE grain_states.version = CAST(@GrainStateVersion AS INTEGER)
    RETURNING CAST(version AS INTEGER) AS NewGrainStateVersion
$query$),
-- Clearing keeps the row and its version, so that a later first write by an old activation is still a conflict.
('ClearStorageKey', $query$
    UPDATE grain_states
    SET payload = NULL, version = version + 1, updated_at_ms = CAST(1000 * extract(epoch FROM clock_timestamp()) AS BIGINT)
    WHERE grain_type = @GrainTypeString AND grain_key = substr(@GrainIdExtensionString, 2)
        AND version = CAST(@GrainStateVersion AS INTEGER)
    RETURNING CAST(version AS INTEGER) AS NewGrainStateVersion
$query$),
('DeleteStorageKey', $query$
    DELETE FROM grain_states
    WHERE grain_type = @GrainTypeString AND grain_key = substr(@GrainIdExtensionString, 2)
        AND version = CAST(@GrainStateVersion AS INTEGER)
    RETURNING CAST(version + 1 AS INTEGER) AS NewGrainStateVersion
$query$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
