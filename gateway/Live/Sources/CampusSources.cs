using Sems.Gateway.Admin;
using Sems.Gateway.Admin.Stations;
using Sems.GrainInterfaces;
using Sems.Silo;
using Sems.Storage;
using Sems.Storage.Alarms;

namespace Sems.Gateway.Live.Sources;

/// <summary>The campus in numbers.</summary>
internal sealed class OverviewSource(CampusViews views, LiveCampus campus, LiveJson json) : ILiveSource
{
    public TimeSpan Period => TimeSpan.FromSeconds(2);

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel)
    {
        var overview = await views.OverviewAsync(await campus.StationsAsync(cancel), cancel);
        return new LivePicture(new ValuePart("overview", json.Of(overview), json.Of(overview with { Now = default })));
    }
}

/// <summary>Every station, without its meters.</summary>
internal sealed class StationsSource(LiveCampus campus, IDatabaseReader database, LiveJson json) : ILiveSource
{
    public TimeSpan Period => TimeSpan.FromSeconds(2);

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel)
    {
        var alarms = await database.Alarms.OpenAlarmCountsAsync(cancel);
        var views = (await campus.StationsAsync(cancel)).Select(s => Views.Of(s, alarms.GetValueOrDefault(s.Station.Group), withAmmeters: false));
        return new LivePicture(new ItemsPart("items", [.. views.Select(v => (v.Group, LiveJson.Text(v.Group), json.Of(v)))]));
    }
}

/// <summary>One station with its meters.</summary>
internal sealed class StationSource(string group, StationReader stations, LiveJson json) : ILiveSource
{
    public TimeSpan Period => TimeSpan.FromSeconds(1);

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel)
    {
        var station = await stations.FindAsync(group, cancel);
        return new LivePicture(
            new ValuePart("station", json.OrNull(station is null ? null : station with { Ammeters = null })),
            new ItemsPart("ammeters", [.. (station?.Ammeters ?? []).Select(a => (a.Ammeter, LiveJson.Text(a.Ammeter), json.Of(a)))]));
    }
}

/// <summary>Every meter of every station.</summary>
internal sealed class SocketsSource(LiveCampus campus, LiveJson json) : ILiveSource
{
    public TimeSpan Period => TimeSpan.FromSeconds(2);

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel) => new(new ItemsPart("items", [
        .. (await campus.StationsAsync(cancel)).SelectMany(s => s.Meters).Select(m => (m.Key.ToString(), KeyJson(m.Key), json.Of(Views.Of(m)))),
    ]));

    private static byte[] KeyJson(AmmeterKey key) => [.. "["u8, .. LiveJson.Text(key.Group), .. ","u8, .. LiveJson.Text(key.Ammeter), .. "]"u8];
}

/// <summary>What is wrong: how much, and the newest of it.</summary>
internal sealed class AlarmsSource(IDatabaseReader database, LiveJson json) : ILiveSource
{
    private const int Newest = 20;

    public TimeSpan Period => TimeSpan.FromSeconds(2);

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel)
    {
        var counts = await AlarmEndpoints.CountsAsync(database, cancel);
        var open = await database.Alarms.AlarmsAsync(new AlarmFilter(Open: true), 1, Newest, cancel);
        var page = new AlarmPage([.. open.Items.Select(AlarmEndpoints.Of)], open.Total);
        return new LivePicture(new ValuePart("counts", json.Of(counts)), new ValuePart("items", json.Of(page.Items)));
    }
}

/// <summary>The silos.</summary>
internal sealed class ClusterSource(IGrainFactory grains, LiveJson json) : ILiveSource
{
    public TimeSpan Period => TimeSpan.FromSeconds(5);

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel)
    {
        var cluster = ClusterView.Of(await grains.GetGrain<IClusterGrain>(IClusterGrain.Key).Overview().WaitAsync(cancel), SiloEngine.Name);
        return new LivePicture(new ValuePart("cluster", json.Of(cluster), json.Of(cluster with { Now = default })));
    }
}
