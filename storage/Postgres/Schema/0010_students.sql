-- Wrong passwords of students lock their sign-in; since when an openid is bound, so that a sign-in by an earlier binding of it stays ended.
ALTER TABLE students ADD COLUMN failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0);
ALTER TABLE students ADD COLUMN locked_until_ms BIGINT;
ALTER TABLE students ADD COLUMN wechat_bound_at_ms BIGINT;

-- The audit log stays as it is, but that a student who is erased is not to be found by it: who did something, and what was before and after,
-- may be taken away by a transaction that has a row here. None has one when it ends.
CREATE TABLE erasing (id INTEGER PRIMARY KEY CHECK (id = 1));
CREATE FUNCTION audit_change_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM erasing) AND NEW.audit_id = OLD.audit_id AND NEW.at_ms = OLD.at_ms AND NEW.what = OLD.what AND NEW.subject = OLD.subject THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is kept as it is' USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER audit_stays ON audit_log;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_change_stays();
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_stays();
