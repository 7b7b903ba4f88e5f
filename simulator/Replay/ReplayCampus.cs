using Sems.Simulator.Campus;

namespace Sems.Simulator.Replay;

/// <summary>The station, meter and student a recording is played on; nobody else uses them.</summary>
public static class ReplayCampus
{
    /// <summary>The station.</summary>
    public const string Group = "0099";

    /// <summary>Its meter.</summary>
    public const string Ammeter = "201600990001";

    /// <summary>The student.</summary>
    public static CampusStudent Student { get; } = new("1099412501", "4ec04d99", "luyin", Brand: "雅迪", Model: "DE3", BatteryType: "铅酸", RatedV: 48, RatedAh: 20);

    /// <summary>Adds them to a campus.</summary>
    public static CampusData AddTo(CampusData campus) => new(
        [.. campus.Students, Student],
        [.. campus.Stations, new CampusStation(Group, "蠡湖校区回放充电站", 31.4871, 120.2689)],
        [.. campus.Ammeters, new CampusAmmeter(Group, Ammeter, "1 号插座")]);
}
