-- Accounts of administrators and operators. Those made before have been administrators; created_at_ms is 0 where nobody wrote it down.
-- role: 0 operator, 1 administrator
ALTER TABLE administrators ADD COLUMN role INTEGER NOT NULL DEFAULT 1 CHECK (role IN (0, 1));
ALTER TABLE administrators ADD COLUMN security_stamp TEXT NOT NULL DEFAULT '';
ALTER TABLE administrators ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1));
ALTER TABLE administrators ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1));
ALTER TABLE administrators ADD COLUMN created_at_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE administrators ADD COLUMN last_sign_in_at_ms BIGINT;
ALTER TABLE administrators ADD COLUMN failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0);
ALTER TABLE administrators ADD COLUMN locked_until_ms BIGINT;
