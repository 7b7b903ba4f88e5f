-- The tables and queries Orleans' ADO.NET grain storage asks for, on SQLite. A grain's state is one row, found by its
-- service, its state's name and its key; Version is its ETag. Orleans hands in two hashes and both halves of a numeric
-- key too; SEMS's keys are always text, so the text says which row it is and the rest is left unused.
-- (Orleans' contract: the table OrleansQuery with the keys ReadFromStorageKey, WriteToStorageKey, ClearStorageKey and
-- DeleteStorageKey, and the parameters and columns their queries use.)

CREATE TABLE IF NOT EXISTS OrleansQuery (
    QueryKey TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS GrainState (
    ServiceId TEXT NOT NULL,
    StateName TEXT NOT NULL,
    GrainKey TEXT NOT NULL,
    Payload BLOB NULL,
    Version INTEGER NOT NULL,
    ModifiedOn TEXT NOT NULL,
    PRIMARY KEY (ServiceId, StateName, GrainKey)
) WITHOUT ROWID;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey', '
    SELECT Payload AS PayloadBinary, Version AS Version
    FROM GrainState
    WHERE ServiceId = @ServiceId AND StateName = @GrainTypeString AND GrainKey = @GrainIdExtensionString')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;

-- A first write finds no row and inserts it, a later one updates the row that still has the version it was read with;
-- whichever succeeds answers the new version. No answer at all is a conflict.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey', '
    INSERT INTO GrainState (ServiceId, StateName, GrainKey, Payload, Version, ModifiedOn)
    SELECT @ServiceId, @GrainTypeString, @GrainIdExtensionString, @PayloadBinary, IFNULL(@GrainStateVersion, 0) + 1,
        strftime(''%Y-%m-%dT%H:%M:%fZ'', ''now'')
    WHERE @GrainStateVersion IS NULL OR EXISTS (
        SELECT 1 FROM GrainState
        WHERE ServiceId = @ServiceId AND StateName = @GrainTypeString AND GrainKey = @GrainIdExtensionString)
    ON CONFLICT (ServiceId, StateName, GrainKey) DO UPDATE
        SET Payload = excluded.Payload, Version = excluded.Version, ModifiedOn = excluded.ModifiedOn
        WHERE Version = @GrainStateVersion
    RETURNING Version AS NewGrainStateVersion')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;

-- Clearing keeps the row and its version, so that a later first write by an old activation is still a conflict.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey', '
    UPDATE GrainState
    SET Payload = NULL, Version = Version + 1, ModifiedOn = strftime(''%Y-%m-%dT%H:%M:%fZ'', ''now'')
    WHERE ServiceId = @ServiceId AND StateName = @GrainTypeString AND GrainKey = @GrainIdExtensionString
        AND Version = @GrainStateVersion
    RETURNING Version AS NewGrainStateVersion')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteStorageKey', '
    DELETE FROM GrainState
    WHERE ServiceId = @ServiceId AND StateName = @GrainTypeString AND GrainKey = @GrainIdExtensionString
        AND Version = @GrainStateVersion
    RETURNING Version + 1 AS NewGrainStateVersion')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
