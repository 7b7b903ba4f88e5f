using Sems.Analysis.Charging;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Features;

/// <summary>What one charge tells of its battery, in figures that can be compared from charge to charge. Plain values: it goes to JSON and back.</summary>
public sealed record ChargeFeatures
{
    /// <summary>Its first reading, Unix ms.</summary>
    public long StartedMs { get; init; }

    /// <summary>Its last reading, Unix ms.</summary>
    public long EndedMs { get; init; }

    /// <summary>On which side of the charger it was measured; currents, energies and charges are of that side.</summary>
    public ChargeSide Side { get; init; }

    /// <summary>The current of the constant-current phase (its median), A; without that phase the highest there was; 0 without current.</summary>
    public double PlateauA { get; init; }

    /// <summary>Time at constant current, s.</summary>
    public double ConstantCurrentS { get; init; }

    /// <summary>Time in which the current fell, s.</summary>
    public double TaperS { get; init; }

    /// <summary>The time in which the falling current falls to 1/e, s; null when it did not fall far or steadily enough.</summary>
    public double? TaperTauS { get; init; }

    /// <summary>Time of a small current that held, s.</summary>
    public double TrickleS { get; init; }

    /// <summary>Time after charging without current, s.</summary>
    public double ZeroS { get; init; }

    /// <summary>Time without current before charging went on, s.</summary>
    public double InterruptedS { get; init; }

    /// <summary>Time of which nothing is known: gaps between readings, s.</summary>
    public double SilentS { get; init; }

    /// <summary>Energy at constant current, Wh; null when there was no such phase.</summary>
    public double? ConstantWh { get; init; }

    /// <summary>Energy while the current fell, Wh; null when it did not.</summary>
    public double? TaperWh { get; init; }

    /// <summary>All its energy, Wh.</summary>
    public double EnergyWh { get; init; }

    /// <summary>The share of its energy that flowed at constant current and while the current fell; the rest only held the battery full. 0 to 1.</summary>
    public double ChargingShare { get; init; } = 1;

    /// <summary>All its charge: current times time, Ah.</summary>
    public double ChargeAh { get; init; }

    /// <summary>It ended because the battery was full: the current fell and came to its tail or to nothing.</summary>
    public bool EndedFull { get; init; }

    /// <summary>It held its constant current for <see cref="FeatureFinder.LeastConstantS"/> or longer.</summary>
    public bool SawConstantCurrent { get; init; }

    /// <summary>The battery's voltage at its first reading with current, V; null on the mains' side.</summary>
    public double? FirstV { get; init; }

    /// <summary>The battery's highest voltage (the middle one of its highest twentieth), V; null on the mains' side.</summary>
    public double? FullV { get; init; }

    /// <summary>Charge in while the current fell, Ah; null when it did not.</summary>
    public double? TaperAh { get; init; }

    /// <summary>
    /// Battery's side, at constant current: the charge from a voltage to the end, for voltages at these shares of <see cref="FullV"/>; null elsewhere.
    /// </summary>
    public IReadOnlyList<ChargeFromVoltage>? FromVoltages { get; init; }

    /// <summary>The features of a charge.</summary>
    /// <param name="points">Its readings, cleaned: in the order of their time.</param>
    /// <param name="phases">Its phases.</param>
    /// <param name="energyWh">Its energy where it is known better than current times voltage, Wh.</param>
    public static ChargeFeatures Of(IReadOnlyList<CurvePoint> points, IReadOnlyList<PhaseSpan> phases, double? energyWh = null) =>
        FeatureFinder.Find(points, phases, energyWh);
}
