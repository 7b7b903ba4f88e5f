-- What is wrong, or was. Of a station, a meter (null: the station itself) and a rule one alarm is open at most.
-- severity: 1 notice, 2 warning, 3 danger: the highest of what was folded into it; charge_id and message are of the latest
CREATE TABLE alarms (
    alarm_id           INTEGER PRIMARY KEY AUTOINCREMENT,
    group_number       TEXT NOT NULL,
    ammeter_number     TEXT,
    rule               TEXT NOT NULL,
    severity           INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 3),
    count              INTEGER NOT NULL CHECK (count > 0),
    charge_id          INTEGER,
    message            TEXT NOT NULL,
    raised_at_ms       INTEGER NOT NULL,
    last_at_ms         INTEGER NOT NULL,
    acknowledged_at_ms INTEGER,
    acknowledged_by    TEXT,
    cleared_at_ms      INTEGER,
    cleared_by         TEXT,
    CHECK ((acknowledged_at_ms IS NULL) = (acknowledged_by IS NULL)),
    CHECK ((cleared_at_ms IS NULL) = (cleared_by IS NULL))
);
CREATE UNIQUE INDEX alarms_open ON alarms (group_number, coalesce(ammeter_number, ''), rule) WHERE cleared_at_ms IS NULL;
CREATE INDEX alarms_open_by_time ON alarms (last_at_ms, alarm_id) WHERE cleared_at_ms IS NULL;
CREATE INDEX alarms_by_time ON alarms (last_at_ms, alarm_id);
CREATE INDEX alarms_by_group ON alarms (group_number, last_at_ms, alarm_id);
CREATE INDEX alarms_by_charge ON alarms (charge_id, last_at_ms, alarm_id) WHERE charge_id IS NOT NULL;

-- What raised and cleared alarms: the same occurrence again changes nothing. event: 1 raised, 2 cleared.
-- alarm_id: which alarm it went into; null when there was none to clear.
CREATE TABLE alarm_events (
    occurrence TEXT PRIMARY KEY NOT NULL,
    alarm_id   INTEGER,
    event      INTEGER NOT NULL CHECK (event BETWEEN 1 AND 2),
    at_ms      INTEGER NOT NULL
) WITHOUT ROWID;
