-- Pushes to students; a charge has one of a kind at most.
-- kind: 1 already finish, 2 pay finish, 3 delay, 4 exception
-- state: 0 pending (not tried before next_at_ms), 1 sent, 2 undeliverable, 3 dead
CREATE TABLE pushes (
    push_id        INTEGER PRIMARY KEY AUTOINCREMENT,
    charge_id      INTEGER NOT NULL,
    kind           INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
    student_number TEXT NOT NULL,
    detail_json    TEXT NOT NULL,
    created_at_ms  INTEGER NOT NULL,
    state          INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),
    attempts       INTEGER NOT NULL DEFAULT 0,
    next_at_ms     INTEGER NOT NULL,
    error          TEXT,
    done_at_ms     INTEGER,
    CHECK ((state = 0) = (done_at_ms IS NULL))
);
CREATE UNIQUE INDEX pushes_by_charge ON pushes (charge_id, kind);
CREATE INDEX pushes_due ON pushes (next_at_ms, push_id, charge_id) WHERE state = 0;
CREATE INDEX pushes_by_student ON pushes (student_number, push_id, kind, state);
CREATE INDEX pushes_by_state ON pushes (state, push_id, kind);
CREATE INDEX pushes_by_kind ON pushes (kind, push_id, state);

-- How many there are, so that totals of long lists and the overview need no scan.
CREATE TABLE push_counts (
    kind  INTEGER NOT NULL,
    state INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (kind, state)
) WITHOUT ROWID;
INSERT INTO push_counts SELECT k.value, s.value, 0 FROM json_each('[1,2,3,4]') k, json_each('[0,1,2,3]') s;
CREATE TRIGGER pushes_come AFTER INSERT ON pushes BEGIN
    UPDATE push_counts SET count = count + 1 WHERE kind = NEW.kind AND state = NEW.state;
END;
CREATE TRIGGER pushes_change AFTER UPDATE OF kind, state ON pushes BEGIN
    UPDATE push_counts SET count = count - 1 WHERE kind = OLD.kind AND state = OLD.state;
    UPDATE push_counts SET count = count + 1 WHERE kind = NEW.kind AND state = NEW.state;
END;
CREATE TRIGGER pushes_go AFTER DELETE ON pushes BEGIN
    UPDATE push_counts SET count = count - 1 WHERE kind = OLD.kind AND state = OLD.state;
END;
