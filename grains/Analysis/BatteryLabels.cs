using Sems.Analysis.Batteries;
using Sems.Storage.Registry;

namespace Sems.Grains.Analysis;

/// <summary>What the registry has of a bike, as the label of its battery.</summary>
public static class BatteryLabels
{
    /// <summary>The label; what is not known of it is left out.</summary>
    public static BatteryLabel Of(Vehicle? vehicle) =>
        vehicle is null ? BatteryLabel.Unknown : new BatteryLabel(Kind(vehicle.BatteryType ?? ""), vehicle.RatedVoltage, vehicle.RatedAh);

    private static BatteryKind Kind(string type) =>
        type.Contains("lead", StringComparison.OrdinalIgnoreCase) || type.Contains('铅') ? BatteryKind.LeadAcid
        : type.Contains("lith", StringComparison.OrdinalIgnoreCase) || type.Contains('锂') ? BatteryKind.Lithium
        : BatteryKind.Unknown;
}
