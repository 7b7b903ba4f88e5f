-- What rules decided in a charge, with the samples that led to it; format says how those are coded. Rows are added, never changed.
CREATE TABLE decisions (
    charge_id BIGINT NOT NULL,
    number    INTEGER NOT NULL CHECK (number > 0),
    rule      TEXT NOT NULL,
    action    TEXT NOT NULL,
    at_ms     BIGINT NOT NULL,
    message   TEXT NOT NULL,
    format    INTEGER NOT NULL,
    samples   BYTEA NOT NULL,
    PRIMARY KEY (charge_id, number)
);

-- What was wrong with the energy counter of a charge, by kind; null for charges that ended before this was counted.
ALTER TABLE charges ADD COLUMN energy_backward INTEGER, ADD COLUMN energy_jumps INTEGER, ADD COLUMN energy_scales INTEGER;
