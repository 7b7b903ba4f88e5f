-- The table and queries Orleans' ADO.NET grain storage asks for, on SQLite. A grain's state is one row, found by its
-- state's name and its key; version is its ETag. The table is the one the embedded engine has in sems.db, so that states
-- can be carried over. Orleans hands in a service, two hashes and both halves of a numeric key too: the file belongs to
-- one service and SEMS's keys are always text, told apart from numbers by a leading "=" that is not stored, so the text
-- says which row it is and the rest is left unused.
-- (Orleans' contract: the table OrleansQuery with the keys ReadFromStorageKey, WriteToStorageKey, ClearStorageKey and
-- DeleteStorageKey, and the parameters and columns their queries use.)

CREATE TABLE IF NOT EXISTS OrleansQuery (
    QueryKey TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
) WITHOUT ROWID;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey', '
    SELECT payload AS PayloadBinary, version AS Version
    FROM grain_states
    WHERE grain_type = @GrainTypeString AND grain_key = substr(@GrainIdExtensionString, 2)')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;

-- A first write finds no row and inserts it, a later one updates the row that still has the version it was read with;
-- whichever succeeds answers the new version. No answer at all is a conflict.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey', '
    INSERT INTO grain_states (grain_type, grain_key, version, payload, updated_at_ms)
    SELECT @GrainTypeString, substr(@GrainIdExtensionString, 2), IFNULL(@GrainStateVersion, 0) + 1, @PayloadBinary,
        CAST(1000 * unixepoch(''now'', ''subsec'') AS INTEGER)
    WHERE @GrainStateVersion IS NULL OR EXISTS (
        SELECT 1 FROM grain_states WHERE grain_type = @GrainTypeString AND grain_key = substr(@GrainIdExtensionString, 2))
    ON CONFLICT (grain_type, grain_key) DO UPDATE
        SET payload = excluded.payload, version = excluded.version, updated_at_ms = excluded.updated_at_ms
        WHERE version = @GrainStateVersion
    RETURNING version AS NewGrainStateVersion')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;

-- Clearing keeps the row and its version, so that a later first write by an old activation is still a conflict.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey', '
    UPDATE grain_states
    SET payload = NULL, version = version + 1, updated_at_ms = CAST(1000 * unixepoch(''now'', ''subsec'') AS INTEGER)
    WHERE grain_type = @GrainTypeString AND grain_key = substr(@GrainIdExtensionString, 2) AND version = @GrainStateVersion
    RETURNING version AS NewGrainStateVersion')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteStorageKey', '
    DELETE FROM grain_states
    WHERE grain_type = @GrainTypeString AND grain_key = substr(@GrainIdExtensionString, 2) AND version = @GrainStateVersion
    RETURNING version + 1 AS NewGrainStateVersion')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
