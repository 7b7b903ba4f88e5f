using Sems.Analysis.Charging;
using Sems.Analysis.Danger;

namespace Sems.Bench.Danger;

/// <summary>How strong an injected fault is.</summary>
internal enum Strength
{
    /// <summary>At the border of what is normal.</summary>
    Weak,

    /// <summary>What a field expert would call plain.</summary>
    Middle,

    /// <summary>Nobody could overlook it.</summary>
    Strong,
}

/// <summary>A curve with a fault in it.</summary>
/// <param name="Points">The readings.</param>
/// <param name="ObservableMs">From when on the readings show it: the first one that is beyond what charges do, Unix ms.</param>
internal sealed record InjectedCurve(IReadOnlyList<CurvePoint> Points, long ObservableMs);

/// <summary>A kind of fault that can be put into a curve.</summary>
/// <param name="Name">What the table says.</param>
/// <param name="Kind">What must be found.</param>
/// <param name="Figure">What the figures are.</param>
/// <param name="Figures">Weak, middle, strong.</param>
/// <param name="Into">Puts it into a curve; null where it has no place.</param>
internal sealed record Injection(
    string Name, FindingKind Kind, string Figure, double[] Figures, Func<LabCurve, double, Random, InjectedCurve?> Into)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Injection> All { get; } =
        [.. CurrentInjections.All, .. TaperInjections.All, .. EnergyInjections.All, .. VoltageInjections.All];

    /// <summary>A reading with its current, and the power with it, times something.</summary>
    public static CurvePoint Times(CurvePoint point, double factor) =>
        point with { CurrentA = Math.Round(point.CurrentA * factor, 3), PowerW = point.PowerW is { } watts ? Math.Round(watts * factor, 1) : null };

    /// <summary>A reading with another current, and the power in proportion.</summary>
    public static CurvePoint With(CurvePoint point, double a) =>
        point.CurrentA > 0.001 ? Times(point, a / point.CurrentA) : point with { CurrentA = Math.Round(a, 3) };
}
