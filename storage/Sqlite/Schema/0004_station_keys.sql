-- Keys a station had before ammeter_groups.station_key_hash, each good until its end, so that stations can be given the new one in between.
CREATE TABLE former_station_keys (
    group_number TEXT NOT NULL,
    key_hash     TEXT NOT NULL,
    until_ms     INTEGER NOT NULL,
    PRIMARY KEY (group_number, key_hash)
) WITHOUT ROWID;
