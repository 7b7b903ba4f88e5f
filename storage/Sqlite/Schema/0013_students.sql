-- Wrong passwords of students lock their sign-in; since when an openid is bound, so that a sign-in by an earlier binding of it stays ended.
ALTER TABLE students ADD COLUMN failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0);
ALTER TABLE students ADD COLUMN locked_until_ms INTEGER;
ALTER TABLE students ADD COLUMN wechat_bound_at_ms INTEGER;
