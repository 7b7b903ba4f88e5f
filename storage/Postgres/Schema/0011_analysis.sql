-- Charges that ended and are yet to be analysed, in the order of their ids; backlog 1: those of before, or to be analysed anew, which wait for the others.
CREATE TABLE analysis_due (
    charge_id BIGINT PRIMARY KEY,
    backlog   BIGINT NOT NULL CHECK (backlog IN (0, 1))
);
CREATE INDEX analysis_due_in_turn ON analysis_due (backlog, charge_id);
INSERT INTO analysis_due (charge_id, backlog) SELECT charge_id, 1 FROM charges WHERE status = 4;

-- What the student said was left in the battery when a charge began, percent: health is measured by it.
CREATE TABLE charge_left (
    charge_id    BIGINT PRIMARY KEY,
    left_percent DOUBLE PRECISION NOT NULL
);

-- What a curve says. model_due 1: the model of its brand has not learnt it yet. fault: why it could not be analysed, instead of the report.
CREATE TABLE charge_analysis (
    charge_id      BIGINT PRIMARY KEY,
    version        BIGINT NOT NULL,
    analyzed_at_ms BIGINT NOT NULL,
    student_number TEXT COLLATE "C",
    vehicle        BIGINT,
    model_key      TEXT COLLATE "C",
    model_due      BIGINT NOT NULL CHECK (model_due IN (0, 1)),
    findings       BIGINT NOT NULL,
    worst          BIGINT,
    report_json    TEXT,
    fault          TEXT
);
CREATE INDEX charge_analysis_by_version ON charge_analysis (version, charge_id);
CREATE INDEX charge_analysis_by_student ON charge_analysis (student_number) WHERE student_number IS NOT NULL;

-- Batteries: a student's bike is one, another bike another; only the last of them is current.
-- soh_or_last: soh, 1000 where it is not known. verdict: 0 not enough data, 1 good, 2 watch, 3 likely aged.
CREATE TABLE battery_health (
    student_number TEXT COLLATE "C" NOT NULL,
    vehicle        BIGINT NOT NULL,
    is_current     BIGINT NOT NULL CHECK (is_current IN (0, 1)),
    brand          TEXT COLLATE "C",
    model          TEXT COLLATE "C",
    battery_type   TEXT,
    rated_v        DOUBLE PRECISION,
    rated_ah       DOUBLE PRECISION,
    model_key      TEXT COLLATE "C",
    soh            DOUBLE PRECISION,
    soh_low        DOUBLE PRECISION,
    soh_high       DOUBLE PRECISION,
    soh_or_last    DOUBLE PRECISION NOT NULL,
    verdict        BIGINT NOT NULL CHECK (verdict BETWEEN 0 AND 3),
    charges        BIGINT NOT NULL,
    first_at_ms    BIGINT NOT NULL,
    last_at_ms     BIGINT NOT NULL,
    version        BIGINT NOT NULL,
    revision       BIGINT NOT NULL,
    report_json    TEXT NOT NULL,
    state_json     TEXT NOT NULL,
    PRIMARY KEY (student_number, vehicle)
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX battery_health_current ON battery_health (student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_soh ON battery_health (soh_or_last, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_soh_down ON battery_health (soh NULLS FIRST, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_charges ON battery_health (charges, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_last ON battery_health (last_at_ms, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_verdict ON battery_health (verdict, soh_or_last, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_brand ON battery_health (brand, soh_or_last, student_number) WHERE is_current = 1;
CREATE INDEX battery_health_by_model ON battery_health (model_key) WHERE model_key IS NOT NULL;

CREATE TABLE brand_models (
    model_key    TEXT COLLATE "C" PRIMARY KEY,
    brand        TEXT COLLATE "C" NOT NULL,
    model        TEXT COLLATE "C" NOT NULL,
    battery_type TEXT,
    rated_v      DOUBLE PRECISION,
    rated_ah     DOUBLE PRECISION,
    charges      BIGINT NOT NULL,
    is_good      BIGINT NOT NULL CHECK (is_good IN (0, 1)),
    first_at_ms  BIGINT NOT NULL,
    last_at_ms   BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    revision     BIGINT NOT NULL,
    figures_json TEXT NOT NULL,
    state_json   TEXT NOT NULL
);
