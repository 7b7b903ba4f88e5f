namespace Sems.Analysis.Charging;

/// <summary>Tells on which side of the charger something was measured.</summary>
public static class ChargeSides
{
    /// <summary>V; from here on it is the mains: a 72 V pack is charged below 90 V.</summary>
    public const double LeastMainsV = 100;

    /// <summary>The side a voltage was measured on; without one it is the mains.</summary>
    /// <param name="voltageV">V; null when not sent.</param>
    public static ChargeSide Of(double? voltageV) => voltageV is > 0 and < LeastMainsV ? ChargeSide.Battery : ChargeSide.Mains;

    /// <summary>The side of a charge, by the middle one of its voltages.</summary>
    public static ChargeSide Of(IReadOnlyList<CurvePoint> points)
    {
        var voltages = points.Where(p => p.VoltageV is > 0).Select(p => p.VoltageV!.Value).Order().ToList();
        return Of(voltages.Count == 0 ? null : voltages[voltages.Count / 2]);
    }
}
