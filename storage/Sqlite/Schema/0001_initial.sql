-- Times are Unix milliseconds (UTC), money is integer fen, energy is Wh.

CREATE TABLE students (
    student_number TEXT PRIMARY KEY NOT NULL,
    username       TEXT UNIQUE,
    password_hash  TEXT,
    blocked        INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
    phone          TEXT,
    brand          TEXT,
    model          TEXT,
    battery_type   TEXT,
    rated_voltage  REAL,
    rated_ah       REAL
) WITHOUT ROWID;

-- The one place that says whose a card is; a student has at most one.
CREATE TABLE cards (
    card_number    TEXT PRIMARY KEY NOT NULL,
    student_number TEXT NOT NULL UNIQUE
) WITHOUT ROWID;

CREATE TABLE ammeter_groups (
    group_number     TEXT PRIMARY KEY NOT NULL,
    name             TEXT NOT NULL,
    latitude         REAL,
    longitude        REAL,
    station_key_hash TEXT
) WITHOUT ROWID;

CREATE TABLE ammeters (
    group_number   TEXT NOT NULL,
    ammeter_number TEXT NOT NULL,
    name           TEXT NOT NULL,
    PRIMARY KEY (group_number, ammeter_number)
) WITHOUT ROWID;

CREATE TABLE administrators (
    username      TEXT PRIMARY KEY NOT NULL,
    password_hash TEXT NOT NULL
) WITHOUT ROWID;

-- status: 0 starting, 1 charging, 2 low, 3 paused, 4 ended
CREATE TABLE charges (
    charge_id      INTEGER PRIMARY KEY,
    group_number   TEXT NOT NULL,
    ammeter_number TEXT NOT NULL,
    student_number TEXT NOT NULL,
    card_number    TEXT NOT NULL,
    status         INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
    started_at_ms  INTEGER NOT NULL,
    ended_at_ms    INTEGER,
    full_at_ms     INTEGER,
    samples        INTEGER,
    energy_wh      REAL,
    reason         TEXT,
    tariff_json    TEXT NOT NULL
);
CREATE INDEX charges_by_start ON charges (started_at_ms, charge_id, status);
CREATE INDEX charges_by_ammeter ON charges (group_number, ammeter_number, started_at_ms, charge_id, status);
CREATE INDEX charges_by_group ON charges (group_number, started_at_ms, charge_id, status);
CREATE INDEX charges_by_student ON charges (student_number, started_at_ms, charge_id, status);
CREATE INDEX charges_open ON charges (started_at_ms, charge_id, status) WHERE status < 4;

-- status: 0 unpaid, 1 paid, 2 waived
CREATE TABLE bills (
    charge_id      INTEGER PRIMARY KEY,
    student_number TEXT NOT NULL,
    fen            INTEGER NOT NULL CHECK (fen >= 0),
    status         INTEGER NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 2),
    created_at_ms  INTEGER NOT NULL
);
CREATE INDEX bills_unpaid ON bills (student_number, fen) WHERE status = 0;

-- Kept in the transaction that ends a charge, so that the overview needs no scan.
CREATE TABLE ledger_totals (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    ended_charges INTEGER NOT NULL,
    bills         INTEGER NOT NULL,
    bills_fen     INTEGER NOT NULL,
    unpaid_fen    INTEGER NOT NULL,
    energy_wh     REAL NOT NULL
);
INSERT INTO ledger_totals VALUES (1, 0, 0, 0, 0, 0.0);

-- through_seq: the journal rows up to here hold no sample of this charge that is not in a chunk.
CREATE TABLE curve_chunks (
    charge_id   INTEGER NOT NULL,
    chunk       INTEGER NOT NULL,
    first_at_ms INTEGER NOT NULL,
    last_at_ms  INTEGER NOT NULL,
    min_time    REAL NOT NULL,
    max_time    REAL NOT NULL,
    count       INTEGER NOT NULL,
    through_seq INTEGER NOT NULL,
    format      INTEGER NOT NULL,
    samples     BLOB NOT NULL,
    PRIMARY KEY (charge_id, chunk)
) WITHOUT ROWID;

-- A row per transaction that stored samples or opened or closed charges; total counts every sample ever stored.
CREATE TABLE sample_journal (
    seq     INTEGER PRIMARY KEY,
    total   INTEGER NOT NULL,
    samples BLOB NOT NULL
);

-- Cleared state keeps its row with a null payload, so that an old ETag never fits again.
CREATE TABLE grain_states (
    grain_type    TEXT NOT NULL,
    grain_key     TEXT NOT NULL,
    version       INTEGER NOT NULL,
    payload       BLOB,
    updated_at_ms INTEGER NOT NULL,
    PRIMARY KEY (grain_type, grain_key)
) WITHOUT ROWID;

CREATE TABLE id_blocks (
    name TEXT PRIMARY KEY NOT NULL,
    next INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO id_blocks VALUES ('charge', 1);

CREATE TABLE probe (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL
);
INSERT INTO probe VALUES (1, 0);
