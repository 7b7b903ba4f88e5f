using Sems.Storage;
using Sems.Storage.Registry;

namespace Sems.Gateway.Admin.Stations;

/// <summary>Puts stations together: those in service from their grains, the others from what the registry has of them.</summary>
public sealed class StationReader(IDatabaseReader database, CampusViews campus)
{
    /// <summary>Every station in service, by number, without its meters.</summary>
    public async Task<IReadOnlyList<StationView>> AllAsync(CancellationToken cancel)
    {
        var alarms = await database.Alarms.OpenAlarmCountsAsync(cancel);
        var stations = await campus.StationsAsync(cancel);
        return [.. stations.Select(s => Views.Of(s, alarms.GetValueOrDefault(s.Station.Group), withAmmeters: false))];
    }

    /// <summary>The retired ones, by number.</summary>
    public async Task<IReadOnlyList<StationView>> RetiredAsync(CancellationToken cancel)
    {
        var alarms = await database.Alarms.OpenAlarmCountsAsync(cancel);
        var counts = await database.Registry.ReadAmmeterCountsAsync(cancel);
        var groups = await database.Registry.FindRetiredGroupsAsync(cancel);
        return [.. groups.Select(g => Retired(g, counts.GetValueOrDefault(g.Group), alarms.GetValueOrDefault(g.Group)))];
    }

    /// <summary>One station with its meters, each with its command not yet obeyed and its session; null when there is none.</summary>
    public async Task<StationView?> FindAsync(string group, CancellationToken cancel)
    {
        var alarms = (await database.Alarms.OpenAlarmCountsAsync(cancel)).GetValueOrDefault(group);
        if (await campus.StationAsync(group, cancel) is { } station) return Views.Of(station, alarms);
        if (await database.Registry.FindGroupAsync(group, cancel) is not { } record) return null;
        var ammeters = await database.Registry.AmmetersAsync(group, cancel);
        return Retired(record, ammeters.Count, alarms) with { Ammeters = [.. ammeters.Select(a => new AmmeterView(group, a.Ammeter, a.Name, "idle", "off", null, null))] };
    }

    private static StationView Retired(AmmeterGroupRecord record, int total, int alarms) => new(
        record.Group, record.Name, record.Latitude, record.Longitude, Online: false, LastPollAt: null, total, 0, 0, 0, 0, 0, total, 0, Retired: true,
        record.StationKeyHash is not null, alarms);
}
