-- A student's pushes are sent in order, by the one who sends that student's: shard is set when a push is entered (PushShard says how).
ALTER TABLE pushes ADD COLUMN shard SMALLINT NOT NULL DEFAULT 0;
UPDATE pushes SET shard =
    (ascii(right(student_number, 1)) + 3 * (CASE WHEN length(student_number) > 1 THEN ascii(left(right(student_number, 2), 1)) ELSE 0 END / 2)) % 4
WHERE state <> 1; -- what was sent is not sent again
DROP INDEX pushes_due;
CREATE INDEX pushes_due ON pushes (shard, next_at_ms, push_id, student_number) WHERE state = 0;
CREATE INDEX pushes_waiting ON pushes (student_number, push_id) WHERE state = 0;
