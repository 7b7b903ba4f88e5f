-- Wrong passwords of students lock their sign-in; since when an openid is bound, so that a sign-in by an earlier binding of it stays ended.
ALTER TABLE students ADD COLUMN failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0);
ALTER TABLE students ADD COLUMN locked_until_ms INTEGER;
ALTER TABLE students ADD COLUMN wechat_bound_at_ms INTEGER;

-- The audit log stays as it is, but that a student who is erased is not to be found by it: who did something, and what was before and after,
-- may be taken away by a transaction that has a row here. None has one when it ends.
CREATE TABLE erasing (id INTEGER PRIMARY KEY CHECK (id = 1));
DROP TRIGGER audit_stays;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit_log
WHEN NOT EXISTS (SELECT 1 FROM erasing) OR NEW.audit_id <> OLD.audit_id OR NEW.at_ms <> OLD.at_ms OR NEW.what <> OLD.what OR NEW.subject <> OLD.subject
BEGIN SELECT RAISE(ABORT, 'the audit log stays as it is'); END;
