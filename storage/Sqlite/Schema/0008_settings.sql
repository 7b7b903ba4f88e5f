-- Settings made at run time: a row for the campus and for each station that anything was ever set apart for. A row is emptied, not deleted:
-- the sum of the versions grows with every change.
CREATE TABLE settings (
    scope         TEXT NOT NULL PRIMARY KEY,
    version       INTEGER NOT NULL CHECK (version >= 1),
    settings_json TEXT NOT NULL,
    changed_by    TEXT NOT NULL,
    changed_at_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- A row per change that an administrator makes, in the transaction that makes it. Rows are added, never changed.
CREATE TABLE audit_log (
    audit_id    INTEGER PRIMARY KEY,
    at_ms       INTEGER NOT NULL,
    who         TEXT NOT NULL,
    what        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    before_json TEXT,
    after_json  TEXT
);
CREATE INDEX audit_by_who ON audit_log (who, audit_id);
CREATE INDEX audit_by_what ON audit_log (what, audit_id);
CREATE INDEX audit_by_subject ON audit_log (subject, audit_id);
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log stays as it is'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is kept'); END;
