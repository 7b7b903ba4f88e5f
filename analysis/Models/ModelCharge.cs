using Sems.Analysis.Features;

namespace Sems.Analysis.Models;

/// <summary>What a model keeps of a charge. Nothing tells whose it was.</summary>
/// <param name="EndedMs">Unix ms.</param>
/// <param name="EnergyWh">Wh.</param>
/// <param name="PlateauA">A; null when its constant current was not seen.</param>
/// <param name="ConstantCurrentS">Time at constant current, s.</param>
/// <param name="TaperS">Time in which the current fell, s.</param>
/// <param name="TaperTauS">The time constant of its fall, s; null when not known.</param>
/// <param name="EndedFull">It ended full.</param>
/// <param name="Shape">Its shape; null when it did not end full.</param>
public sealed record ModelCharge(
    long EndedMs, double EnergyWh, double? PlateauA, double ConstantCurrentS, double TaperS, double? TaperTauS, bool EndedFull, ChargeShape? Shape)
{
    /// <summary>Wh; a charge with less tells nothing.</summary>
    private const double LeastWh = 5;

    /// <summary>What a model can learn from a charge; null when it is nothing.</summary>
    /// <param name="features">Its features.</param>
    /// <param name="shape">Its shape, if it has one.</param>
    public static ModelCharge? Of(ChargeFeatures features, ChargeShape? shape) =>
        features.EnergyWh < LeastWh || (!features.SawConstantCurrent && features.TaperS <= 0)
            ? null
            : new ModelCharge(
                features.EndedMs, Math.Round(features.EnergyWh, 2), features.SawConstantCurrent ? Math.Round(features.PlateauA, 4) : null, features.ConstantCurrentS, features.TaperS,
                features.TaperTauS is { } tau ? Math.Round(tau, 1) : null, features.EndedFull, features.EndedFull ? shape : null);

    /// <summary>Charges of its kind, s; null when it did not come from constant current to full.</summary>
    internal double? SecondsToFull => EndedFull && PlateauA is not null ? ConstantCurrentS + TaperS : null;

    /// <summary>As features, as far as it goes.</summary>
    internal ChargeFeatures ToFeatures() => new()
    {
        EndedMs = EndedMs,
        EnergyWh = EnergyWh,
        PlateauA = PlateauA ?? 0,
        SawConstantCurrent = PlateauA is not null,
        ConstantCurrentS = ConstantCurrentS,
        TaperS = TaperS,
        TaperTauS = TaperTauS,
        EndedFull = EndedFull,
    };
}
