-- Bills get their station, so that a station's can be listed newest first, and a history of who settled them.

CREATE TABLE bills_with_group (
    charge_id      INTEGER PRIMARY KEY,
    student_number TEXT NOT NULL,
    group_number   TEXT NOT NULL,
    fen            INTEGER NOT NULL CHECK (fen >= 0),
    status         INTEGER NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 2),
    created_at_ms  INTEGER NOT NULL
);
INSERT INTO bills_with_group
SELECT b.charge_id, b.student_number, (SELECT c.group_number FROM charges c WHERE c.charge_id = b.charge_id), b.fen, b.status, b.created_at_ms
FROM bills b;
DROP TABLE bills;
ALTER TABLE bills_with_group RENAME TO bills;

CREATE INDEX bills_unpaid ON bills (student_number, fen) WHERE status = 0;
CREATE INDEX bills_by_student ON bills (student_number, created_at_ms, charge_id, status, fen);
CREATE INDEX bills_by_group ON bills (group_number, created_at_ms, charge_id, status);
CREATE INDEX bills_by_status ON bills (status, created_at_ms, charge_id);
CREATE INDEX bills_by_time ON bills (created_at_ms, charge_id);

-- A row per change of a bill's status, in the transaction that changed it. Rows are added, never changed.
CREATE TABLE bill_changes (
    change_id     INTEGER PRIMARY KEY,
    charge_id     INTEGER NOT NULL,
    from_status   INTEGER NOT NULL CHECK (from_status BETWEEN 0 AND 2),
    to_status     INTEGER NOT NULL CHECK (to_status BETWEEN 0 AND 2 AND to_status <> from_status),
    changed_by    TEXT NOT NULL,
    changed_at_ms INTEGER NOT NULL,
    reason        TEXT CHECK (length(reason) <= 200),
    CHECK (to_status <> 2 OR reason IS NOT NULL)
);
CREATE INDEX bill_changes_by_charge ON bill_changes (charge_id, change_id);
CREATE TRIGGER bill_changes_stay BEFORE UPDATE ON bill_changes BEGIN SELECT RAISE(ABORT, 'a change of a bill stays as it was'); END;
CREATE TRIGGER bill_changes_are_kept BEFORE DELETE ON bill_changes BEGIN SELECT RAISE(ABORT, 'a change of a bill is kept'); END;
