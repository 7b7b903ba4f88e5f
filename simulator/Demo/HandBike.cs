using Sems.Simulator.Bikes;
using Sems.Simulator.Campus;
using Sems.Simulator.Stations;
using Sems.Simulator.Students;
using Sems.Simulator.WeChat.Control;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Demo;

/// <summary>The documented student's bike in a demo, plugged in and taken away by hand. Safe for concurrent use.</summary>
/// <param name="fleet">The stations.</param>
/// <param name="row">The student.</param>
/// <param name="seed">The run's seed.</param>
public sealed class HandBike(StationFleet fleet, CampusStudent row, int seed) : IBikeControls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly Dictionary<string, BatteryPack> Packs = new()
    {
        ["small"] = new BatteryPack("雅迪", "DE3", BatteryChemistry.LeadAcid, 48, 12),
        ["medium"] = new BatteryPack("雅迪", "冠能 E8", BatteryChemistry.LeadAcid, 60, 20),
        ["large"] = new BatteryPack("小刀", "D70", BatteryChemistry.LeadAcid, 72, 20),
    };

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile Student? _student;

    /// <inheritdoc/>
    public BikeState State
    {
        get
        {
            var state = new BikeState(row.StudentNumber, row.Username ?? "", row.Password ?? "", PluggedIn: false);
            if (Plugged() is not var (station, meter, session)) return state;
            return state with
            {
                PluggedIn = true,
                Group = station.Group,
                Ammeter = meter.Number,
                Control = Word(meter.Control),
                Percent = Math.Round(session.Bike.StateOfCharge * 100, 1),
                Overloaded = session.Overloaded,
            };
        }
    }

    /// <inheritdoc/>
    public Task<BikeState> PlugInAsync(string size, double percent, CancellationToken cancellation)
    {
        if (!Packs.TryGetValue(size, out var pack)) throw new BikeRefusedException("电池大小只能是 small、medium 或 large");
        if (percent is not (>= 0 and <= 100)) throw new BikeRefusedException("剩余电量只能是 0 到 100");
        return AloneAsync(async () =>
        {
            if (Plugged() is not null) return "已经插上了，请先拔下充电器";
            var station = fleet.Stations.Where(s => s.Free > 0).OrderBy(s => s.IsOld).FirstOrDefault();
            if (station is null) return "没有空闲的插座，请稍后再试";
            var student = new Student(row, seed, pack) { ByHand = true, HasCharged = true };
            _student = student;
            return await station.PlugInAsync(student, new Visit(percent / 100, TimeSpan.MaxValue, null)).WaitAsync(Patience, cancellation).ConfigureAwait(false);
        }, cancellation);
    }

    /// <inheritdoc/>
    public Task<BikeState> OverloadAsync(CancellationToken cancellation) => AloneAsync(() =>
    {
        if (Plugged() is not var (_, meter, session)) return Task.FromResult<string?>("还没有插上充电器，请先刷卡充电");
        if (!meter.IsOn) return Task.FromResult<string?>("插座没有通电，不会过流");
        session.Overloaded = true;
        return Task.FromResult<string?>(null);
    }, cancellation);

    /// <inheritdoc/>
    public Task<BikeState> UnplugAsync(CancellationToken cancellation) => AloneAsync(async () =>
    {
        if (Plugged() is not { Station: var station }) return "还没有插上充电器，请先刷卡充电";
        var why = await station.UnplugAsync(_student!).WaitAsync(Patience, cancellation).ConfigureAwait(false);
        return why == Refusals.AmmeterLocked ? "电表已锁定，请先由管理员解锁" : why;
    }, cancellation);

    private async Task<BikeState> AloneAsync(Func<Task<string?>> act, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await act().ConfigureAwait(false) is { } why ? throw new BikeRefusedException(why) : State;
        }
        catch (TimeoutException)
        {
            throw new BikeRefusedException("充电站没有回答，请稍后再试");
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private (Station Station, Meter Meter, ChargingSession Session)? Plugged()
    {
        if (_student is not { } student) return null;
        foreach (var station in fleet.Stations)
            if (station.Find(student) is var (meter, session))
                return (station, meter, session);
        return null;
    }

    private static string Word(ControlValue control) => control switch
    {
        ControlValue.On => "on",
        ControlValue.Off => "off",
        ControlValue.Locked => "lock",
        _ => "release",
    };
}
