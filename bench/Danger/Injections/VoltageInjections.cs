using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>Faults of the voltage, of the mains and of a battery.</summary>
internal static class VoltageInjections
{
    private const double PlainSagV = 13;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Injection> All { get; } =
    [
        new("over-voltage", FindingKind.OverVoltage, "V", [256, 264, 285], (c, v, r) => Mains(c, r, _ => v)),
        new("under-voltage", FindingKind.UnderVoltage, "V", [184, 176, 150], (c, v, r) => Mains(c, r, _ => v)),
        new("poor contact", FindingKind.PoorContact, "V lost", [15, 24, 40], PoorContact),
        new("cell over-voltage", FindingKind.CellOverVoltage, "x held voltage", [1.016, 1.03, 1.05], CellOverVoltage),
    ];

    private static InjectedCurve? Mains(LabCurve curve, Random random, Func<double, double> volts)
    {
        if (curve.Side != ChargeSide.Mains || curve.Points[0].VoltageV is null) return null;
        var at = curve.Place(random, 12, 24, 0, 2);
        return at < 0 ? null : new InjectedCurve(
            [.. curve.Points.Select((p, i) => i < at || i >= at + 24 ? p : p with { VoltageV = volts(p.VoltageV!.Value) + (0.5 * random.Normal()) })], curve.Points[at].AtMs);
    }

    /// <summary>A contact that burns out within minutes: what it takes goes with the current, and flickers.</summary>
    private static InjectedCurve? PoorContact(LabCurve curve, double volts, Random random)
    {
        if (curve.Side != ChargeSide.Mains || curve.Points[0].VoltageV is null) return null;
        var at = curve.Place(random, 60, 60, 0.8, 1.2);
        if (at < 0) return null;
        var ramp = random.Next(1, 60);
        var points = curve.Points.ToList();
        long? plain = null;
        for (var i = at; i < points.Count; i++)
        {
            if (points[i].VoltageV is not { } v) continue;
            var lost = volts * Math.Min(1, (i - at + 1) / (double)ramp) * Math.Min(1.2, points[i].CurrentA / curve.PlateauA) * (1 + (0.15 * random.Normal()));
            if (lost >= PlainSagV) plain ??= points[i].AtMs;
            points[i] = points[i] with { VoltageV = Math.Round(v - Math.Max(0, lost), 1) };
        }

        return plain is null ? null : new InjectedCurve(points, plain.Value);
    }

    /// <summary>A charger that loses its hold in the constant-voltage part.</summary>
    private static InjectedCurve? CellOverVoltage(LabCurve curve, double factor, Random random)
    {
        if (curve.Side != ChargeSide.Battery) return null;
        var at = curve.Place(random, 20, 12, 0.2, 0.75);
        return at < 0 || !curve.Holds(at - 20, 20, 0.2, 0.85) ? null : new InjectedCurve(
            [.. curve.Points.Select((p, i) => i < at ? p : p with { VoltageV = p.VoltageV * factor })], curve.Points[at].AtMs);
    }
}
