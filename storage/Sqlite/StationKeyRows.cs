using Sems.Storage.Audit;
using Sems.Storage.Registry;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>The keys of stations: the present one is a column of the station, those before it are rows of their own.</summary>
internal static class StationKeyRows
{
    public static IReadOnlyList<StationKeys> Read(SqliteDatabase database, int unused)
    {
        var stations = new List<StationKeys>();
        var former = new List<FormerStationKey>();
        using var rows = database.Statement("""
            SELECT g.group_number, g.station_key_hash, f.key_hash, f.until_ms
            FROM ammeter_groups g LEFT JOIN former_station_keys f ON f.group_number = g.group_number ORDER BY g.group_number
            """);
        while (rows.Step())
        {
            var group = rows.Text(0);
            if (stations.Count == 0 || stations[^1].Group != group)
                stations.Add(new StationKeys(group, rows.TextOrNull(1), rows.TextOrNull(2) is null ? [] : former = []));
            if (rows.TextOrNull(2) is { } hash) former.Add(new FormerStationKey(hash, DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(3))));
        }
        return stations;
    }

    public static void Save(SqliteDatabase database, string group, string? hash, DateTimeOffset? formerUntil, AuditAct? act)
    {
        if (act is not null)
            AuditRows.Add(database, act, AuditWords.Station(group), StationKeyAudit.Json(HasKey(database, group), null), StationKeyAudit.Json(hash is not null, formerUntil));
        if (formerUntil is { } until) Keep(database, group, until.ToUnixTimeMilliseconds());
        else database.Statement("DELETE FROM former_station_keys WHERE group_number = ?").With(group).Run();
        database.Statement("UPDATE ammeter_groups SET station_key_hash = ? WHERE group_number = ?").With(hash).With(group).Run();
    }

    private static bool HasKey(SqliteDatabase database, string group)
    {
        using var row = database.Statement("SELECT station_key_hash FROM ammeter_groups WHERE group_number = ?").With(group);
        return row.Step() && !row.IsNull(0);
    }

    private static void Keep(SqliteDatabase database, string group, long untilMs)
    {
        database.Statement("""
            INSERT INTO former_station_keys (group_number, key_hash, until_ms)
            SELECT group_number, station_key_hash, ?2 FROM ammeter_groups WHERE group_number = ?1 AND station_key_hash IS NOT NULL
            ON CONFLICT (group_number, key_hash) DO UPDATE SET until_ms = excluded.until_ms
            """).With(group).With(untilMs).Run();
        database.Statement($"""
            DELETE FROM former_station_keys WHERE group_number = ?1 AND key_hash NOT IN
            (SELECT key_hash FROM former_station_keys WHERE group_number = ?1 ORDER BY until_ms DESC LIMIT {IRegistry.MostFormerKeys})
            """).With(group).Run();
    }
}
