using Sems.GrainInterfaces;
using Sems.Silo;
using Sems.Storage;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Admin;

/// <summary>
/// Puts together what pages show of the campus as it is now: the same for who asks once and for who looks on. What it throws is an
/// <see cref="Grains.Outage"/> when storage or silo cannot be asked.
/// </summary>
public sealed class CampusViews(IDatabaseReader database, IGrainFactory grains, TimeProvider time)
{
    /// <summary>Every station with its meters, by number.</summary>
    public async Task<IReadOnlyList<StationMeters>> StationsAsync(CancellationToken cancel)
    {
        var groups = await database.Registry.GroupsAsync(cancel);
        var stations = await Task.WhenAll(groups.Select(g => grains.GetGrain<IAmmeterGroupGrain>(g.Group).Meters())).WaitAsync(cancel);
        return [.. stations.OfType<StationMeters>()];
    }

    /// <summary>One station with its meters, or null.</summary>
    public async Task<StationMeters?> StationAsync(string group, CancellationToken cancel) =>
        await grains.GetGrain<IAmmeterGroupGrain>(group).Meters().WaitAsync(cancel);

    /// <summary>The campus.</summary>
    /// <param name="stations">Its stations, as read just now.</param>
    /// <param name="cancel">To give up.</param>
    public async Task<OverviewView> OverviewAsync(IReadOnlyList<StationMeters> stations, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var today = ChinaDay.Of(now);
        var totals = await database.Ledger.TotalsAsync(cancel);
        var counts = await database.Registry.CountsAsync(cancel);
        var alarms = await database.Alarms.OpenAlarmCountsAsync(cancel);
        var views = stations.Select(s => Views.Of(s, alarms.GetValueOrDefault(s.Station.Group), withAmmeters: false)).ToList();
        return new OverviewView(
            SiloEngine.Name, now, counts.Students, counts.Cards, counts.Ammeters, totals.OpenCharges, totals.EndedCharges, totals.Bills,
            totals.BillsFen, totals.UnpaidFen, totals.EnergyWh / 1000, await database.Curves.SampleCountAsync(cancel),
            await AlarmEndpoints.CountsAsync(database, cancel), await PushEndpoints.CountsAsync(database, cancel),
            views, views.Sum(s => s.PowerW), Sockets(stations), Day(await database.Reports.DayAsync(today, cancel)), Day(await database.Reports.DayAsync(today - 1, cancel)),
            Day(await database.Reports.SpanAsync(ChinaDay.Begin(today - 1), now.AddDays(-1), cancel)));
    }

    private static SocketsView Sockets(IReadOnlyList<StationMeters> stations)
    {
        var online = stations.Where(s => s.Station.Online).SelectMany(s => s.Meters).ToLookup(m => m.Switch);
        var total = stations.Sum(s => s.Meters.Length);
        int Count(SwitchState state) => online[state].Count();
        return new SocketsView(total, Count(SwitchState.Idle), Count(SwitchState.Charging), Count(SwitchState.Low), Count(SwitchState.Paused),
            Count(SwitchState.Locked), total - online.Sum(meters => meters.Count()));
    }

    private static DayView Day(DaySum sum) => new(sum.EnergyWh / 1000, sum.Bills.Fen, sum.Sessions, sum.Bills.Count);

    /// <summary>One charge, with what its meter says while it is open; null when there is none.</summary>
    public async Task<ChargeView?> ChargeAsync(long id, CancellationToken cancel) =>
        await database.Ledger.FindChargeAsync(id, cancel) is { } charge ? await ChargeAsync(charge, cancel) : null;

    /// <summary>A charge, with what its meter says while it is open.</summary>
    public async Task<ChargeView> ChargeAsync(ChargeRecord charge, CancellationToken cancel)
    {
        if (charge.Status == ChargeStatus.Ended) return Views.Of(charge, time.GetUtcNow());
        var status = await grains.GetGrain<IAmmeterGrain>(new AmmeterKey(charge.Group, charge.Ammeter).ToString()).Status().WaitAsync(cancel);
        return Views.Of(charge, time.GetUtcNow(), status?.Session is { } session && session.ChargeId == charge.ChargeId ? Views.Of(session) : null);
    }
}
