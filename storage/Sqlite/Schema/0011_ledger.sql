-- Lists of charges and bills are paged, sorted and filtered by indexes that have all that is asked of them, so that a page reads few rows.
-- What a charge cost is with the charge too: null until it ends.
DROP INDEX charges_by_start;
DROP INDEX charges_by_ammeter;
DROP INDEX charges_by_group;
DROP INDEX charges_by_student;
ALTER TABLE charges ADD COLUMN fen INTEGER;
UPDATE charges SET fen = (SELECT b.fen FROM bills b WHERE b.charge_id = charges.charge_id) WHERE status = 4;
CREATE INDEX charges_by_start ON charges (started_at_ms, charge_id, status, fen, ended_at_ms, energy_wh);
CREATE INDEX charges_by_end ON charges (ended_at_ms, charge_id, status, started_at_ms, fen, energy_wh);
CREATE INDEX charges_by_fen ON charges (fen, charge_id, status, started_at_ms, ended_at_ms, energy_wh);
CREATE INDEX charges_by_energy ON charges (energy_wh, charge_id, status, started_at_ms, fen);
CREATE INDEX charges_by_ammeter ON charges (ammeter_number, group_number, started_at_ms, charge_id, status, fen, ended_at_ms, energy_wh);
CREATE INDEX charges_by_group ON charges (group_number, started_at_ms, charge_id, status, fen, ended_at_ms, energy_wh);
CREATE INDEX charges_by_student ON charges (student_number, started_at_ms, charge_id, status, fen);

DROP INDEX bills_by_group;
DROP INDEX bills_by_status;
DROP INDEX bills_by_time;
CREATE INDEX bills_by_group ON bills (group_number, created_at_ms, charge_id, status, fen);
CREATE INDEX bills_by_status ON bills (status, created_at_ms, charge_id, fen);
CREATE INDEX bills_by_time ON bills (created_at_ms, charge_id, status, fen, student_number, group_number);
CREATE INDEX bills_by_fen ON bills (fen, charge_id, status, created_at_ms);

-- Sums by China's day (days since 1970-01-01, UTC+8) and station, kept in the transactions that change them: of charges by when they ended,
-- of bills by when they were made and what they are now.
CREATE TABLE daily_totals (
    day          INTEGER NOT NULL,
    group_number TEXT NOT NULL,
    sessions     INTEGER NOT NULL,
    energy_wh    REAL NOT NULL,
    unpaid_bills INTEGER NOT NULL,
    unpaid_fen   INTEGER NOT NULL,
    paid_bills   INTEGER NOT NULL,
    paid_fen     INTEGER NOT NULL,
    waived_bills INTEGER NOT NULL,
    waived_fen   INTEGER NOT NULL,
    PRIMARY KEY (day, group_number)
) WITHOUT ROWID;
INSERT INTO daily_totals
SELECT day, group_number, sum(sessions), sum(energy_wh), sum(unpaid), sum(unpaid * fen), sum(paid), sum(paid * fen), sum(waived), sum(waived * fen)
FROM (
    SELECT (ended_at_ms + 28800000) / 86400000 AS day, group_number, 1 AS sessions, coalesce(energy_wh, 0) AS energy_wh,
           0 AS unpaid, 0 AS paid, 0 AS waived, 0 AS fen
    FROM charges WHERE status = 4 AND ended_at_ms IS NOT NULL
    UNION ALL
    SELECT (created_at_ms + 28800000) / 86400000, group_number, 0, 0, CASE status WHEN 0 THEN 1 ELSE 0 END, CASE status WHEN 1 THEN 1 ELSE 0 END,
           CASE status WHEN 2 THEN 1 ELSE 0 END, fen
    FROM bills
) AS each_row GROUP BY day, group_number;
CREATE INDEX daily_totals_by_group ON daily_totals (group_number, day);

-- What each student owes, kept likewise: whoever owes most is found without adding up bills.
CREATE TABLE arrears (
    student_number TEXT PRIMARY KEY NOT NULL,
    unpaid_bills   INTEGER NOT NULL,
    unpaid_fen     INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO arrears SELECT student_number, count(*), sum(fen) FROM bills WHERE status = 0 GROUP BY student_number;
CREATE INDEX arrears_by_fen ON arrears (unpaid_fen, student_number) WHERE unpaid_fen > 0;
DROP INDEX bills_unpaid;
CREATE INDEX bills_unpaid ON bills (student_number, created_at_ms, fen) WHERE status = 0;

-- What was over last, for the overview.
CREATE INDEX alarms_by_cleared ON alarms (cleared_at_ms, alarm_id) WHERE cleared_at_ms IS NOT NULL;
