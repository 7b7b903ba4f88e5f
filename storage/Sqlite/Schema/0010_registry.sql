-- Why a student is blocked, who is whose in WeChat, and stations that are out of service but keep their history.
ALTER TABLE students ADD COLUMN blocked_reason TEXT;
ALTER TABLE students ADD COLUMN wechat_openid TEXT;
CREATE UNIQUE INDEX students_by_openid ON students (wechat_openid) WHERE wechat_openid IS NOT NULL;
CREATE INDEX students_by_phone ON students (phone, student_number) WHERE phone IS NOT NULL;
ALTER TABLE ammeter_groups ADD COLUMN retired_at_ms INTEGER;
