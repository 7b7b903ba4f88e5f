-- Charges that ended and are yet to be analysed, in the order of their ids; backlog 1: those of before, or to be analysed anew, which wait for the others.
CREATE TABLE analysis_due (
    charge_id INTEGER PRIMARY KEY,
    backlog   INTEGER NOT NULL CHECK (backlog IN (0, 1))
);
CREATE INDEX analysis_due_in_turn ON analysis_due (backlog, charge_id);
INSERT INTO analysis_due (charge_id, backlog) SELECT charge_id, 1 FROM charges WHERE status = 4;

-- What the student said was left in the battery when a charge began, percent: health is measured by it.
CREATE TABLE charge_left (
    charge_id    INTEGER PRIMARY KEY,
    left_percent REAL NOT NULL
);

-- What a curve says. model_due 1: the model of its brand has not learnt it yet. fault: why it could not be analysed, instead of the report.
CREATE TABLE charge_analysis (
    charge_id      INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL,
    analyzed_at_ms INTEGER NOT NULL,
    student_number TEXT,
    vehicle        INTEGER,
    model_key      TEXT,
    model_due      INTEGER NOT NULL CHECK (model_due IN (0, 1)),
    findings       INTEGER NOT NULL,
    worst          INTEGER,
    report_json    TEXT,
    fault          TEXT
);
CREATE INDEX charge_analysis_by_version ON charge_analysis (version, charge_id);
CREATE INDEX charge_analysis_by_student ON charge_analysis (student_number) WHERE student_number IS NOT NULL;

-- Batteries: a student's bike is one, another bike another; only the last of them is current.
-- soh_or_last: soh, 1000 where it is not known. verdict: 0 not enough data, 1 good, 2 watch, 3 likely aged.
CREATE TABLE battery_health (
    student_number TEXT NOT NULL,
    vehicle        INTEGER NOT NULL,
    is_current     INTEGER NOT NULL CHECK (is_current IN (0, 1)),
    brand          TEXT,
    model          TEXT,
    battery_type   TEXT,
    rated_v        REAL,
    rated_ah       REAL,
    model_key      TEXT,
    soh            REAL,
    soh_low        REAL,
    soh_high       REAL,
    soh_or_last    REAL NOT NULL,
    verdict        INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 3),
    charges        INTEGER NOT NULL,
    first_at_ms    INTEGER NOT NULL,
    last_at_ms     INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    revision       INTEGER NOT NULL,
    report_json    TEXT NOT NULL,
    state_json     TEXT NOT NULL,
    PRIMARY KEY (student_number, vehicle)
) WITHOUT ROWID;
CREATE UNIQUE INDEX battery_health_current ON battery_health (student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_soh ON battery_health (soh_or_last, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_soh_down ON battery_health (soh, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_charges ON battery_health (charges, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_last ON battery_health (last_at_ms, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_verdict ON battery_health (verdict, soh_or_last, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_brand ON battery_health (brand, soh_or_last, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_model ON battery_health (model_key) WHERE model_key IS NOT NULL;

CREATE TABLE brand_models (
    model_key    TEXT PRIMARY KEY NOT NULL,
    brand        TEXT NOT NULL,
    model        TEXT NOT NULL,
    battery_type TEXT,
    rated_v      REAL,
    rated_ah     REAL,
    charges      INTEGER NOT NULL,
    is_good      INTEGER NOT NULL CHECK (is_good IN (0, 1)),
    first_at_ms  INTEGER NOT NULL,
    last_at_ms   INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    revision     INTEGER NOT NULL,
    figures_json TEXT NOT NULL,
    state_json   TEXT NOT NULL
);
