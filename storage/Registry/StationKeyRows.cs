using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>The keys of stations: the present one is a column of the station, those before it are rows of their own.</summary>
internal static class StationKeyRows
{
    public static async ValueTask<IReadOnlyList<StationKeys>> ReadAsync(ISqlSession session)
    {
        var rows = await session.ListAsync("""
            SELECT g.group_number, g.station_key_hash, f.key_hash, f.until_ms
            FROM ammeter_groups g LEFT JOIN former_station_keys f ON f.group_number = g.group_number
            WHERE g.retired_at_ms IS NULL ORDER BY g.group_number, f.key_hash
            """, row => (
                Group: row.Text(0), Hash: row.TextOrNull(1),
                Former: row.TextOrNull(2) is { } hash ? new FormerStationKey(hash, row.Time(3)) : null)).ConfigureAwait(false);
        var stations = new List<StationKeys>();
        var former = new List<FormerStationKey>();
        foreach (var row in rows)
        {
            if (stations.Count == 0 || stations[^1].Group != row.Group)
                stations.Add(new StationKeys(row.Group, row.Hash, row.Former is null ? [] : former = []));
            if (row.Former is { } key) former.Add(key);
        }

        return stations;
    }

    public static async ValueTask SaveAsync(ISqlSession session, string group, string? hash, DateTimeOffset? formerUntil, AuditAct? act)
    {
        // The row is the station's lock: of two changes at once the later keeps the key of the earlier.
        var present = await session.OneAsync("SELECT station_key_hash FROM ammeter_groups WHERE group_number = $1" + session.Dialect.ForUpdate,
            row => row.TextOrNull(0), group).ConfigureAwait(false);
        if (act is not null)
        {
            await AuditRows.AddAsync(session, act, AuditWords.Station(group),
                StationKeyAudit.Json(present is not null, null), StationKeyAudit.Json(hash is not null, formerUntil)).ConfigureAwait(false);
        }
        if (formerUntil is { } until) await KeepAsync(session, group, until.ToUnixTimeMilliseconds()).ConfigureAwait(false);
        else await session.RunAsync("DELETE FROM former_station_keys WHERE group_number = $1", group).ConfigureAwait(false);
        await session.RunAsync("UPDATE ammeter_groups SET station_key_hash = $1 WHERE group_number = $2", hash, group).ConfigureAwait(false);
    }

    private static async ValueTask KeepAsync(ISqlSession session, string group, long untilMs)
    {
        await session.RunAsync("""
            INSERT INTO former_station_keys (group_number, key_hash, until_ms)
            SELECT group_number, station_key_hash, $1 FROM ammeter_groups WHERE group_number = $2 AND station_key_hash IS NOT NULL
            ON CONFLICT (group_number, key_hash) DO UPDATE SET until_ms = excluded.until_ms
            """, untilMs, group).ConfigureAwait(false);
        await session.RunAsync($"""
            DELETE FROM former_station_keys WHERE group_number = $1 AND key_hash NOT IN
            (SELECT key_hash FROM former_station_keys WHERE group_number = $1 ORDER BY until_ms DESC LIMIT {IRegistry.MostFormerKeys})
            """, group).ConfigureAwait(false);
    }
}
