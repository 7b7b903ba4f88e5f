using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Energy;
using Sems.Analysis.Features;
using Sems.Analysis.Models;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Reports;

/// <summary>All that a charge's curve says.</summary>
public sealed record ChargeReport
{
    private ChargeReport()
    {
    }

    /// <summary>The readings in the order of their time, and what was wrong with the rows they came from.</summary>
    public required CleanCurve Curve { get; init; }

    /// <summary>What the battery was doing, in order.</summary>
    public required IReadOnlyList<PhaseSpan> Phases { get; init; }

    /// <summary>What is dangerous or odd, in the order of time; faults of the rows and of the counter are notices among it.</summary>
    public required IReadOnlyList<CurveFinding> Findings { get; init; }

    /// <summary>The energy it took.</summary>
    public required EnergyEstimate Energy { get; init; }

    /// <summary>Current times time, Ah, on the side it was measured; short silences are bridged.</summary>
    public required double ChargeAh { get; init; }

    /// <summary>What it can be compared by; its energy is that of <see cref="Energy"/>.</summary>
    public required ChargeFeatures Features { get; init; }

    /// <summary>Its shape up to full; null when it did not end full.</summary>
    public required ChargeShape? Shape { get; init; }

    /// <summary>What a charge says.</summary>
    /// <param name="rows">Its readings in the order in which they came.</param>
    /// <param name="usual">What is usual of its battery; null when not known.</param>
    public static ChargeReport Of(IReadOnlyList<CurvePoint> rows, ChargeUsual? usual = null)
    {
        var curve = CurveCleaning.Clean(rows);
        var energy = EnergyEstimator.Estimate(curve.Points);
        var phases = PhaseFinder.Find(curve.Points);
        var features = ChargeFeatures.Of(curve.Points, phases, energy.Wh);
        var danger = curve.Points.Count == 0 ? [] : DangerFinder.Find(curve.Points, phases, usual);
        return new ChargeReport
        {
            Curve = curve,
            Phases = phases,
            Findings = FaultFindings.With(danger, curve.Faults, energy.Faults),
            Energy = energy,
            ChargeAh = energy.ChargeAh,
            Features = features,
            Shape = ChargeShape.Of(curve.Points, phases, features),
        };
    }
}
