namespace Sems.Analysis.Batteries;

/// <summary>
/// What is known of a kind of battery and the charger that comes with it. Where sources give a range, the figure is the one that has the
/// gauge show less rather than more; <c>docs/batteries.md</c> has them in full.
/// </summary>
/// <param name="Efficiency">Share of the energy from the mains that counts towards the rated capacity (V·Ah), 0 to 1.</param>
/// <param name="Knee">State of charge at which the current begins to fall, 0 to 1.</param>
/// <param name="ConstantCeiling">State of charge that cannot be passed while the current is still constant, 0 to 1.</param>
public sealed record BatteryFigures(double Efficiency, double Knee, double ConstantCeiling)
{
    /// <summary>
    /// The charger passes on 0.86 of what it takes (chargers of this class: 85–90 %), 0.87 of the charge stays (coulombic efficiency about 85–90 %:
    /// batterydesign.net, "Efficiency"; Battery University, BU-808c), at 1.15 of the nominal voltage (2.3 V a cell on the mean of bulk charge, 2.0 V
    /// nominal): 0.86 · 0.87 / 1.15. The knee: bulk charge brings 70–80 %, the topping charge the rest (Battery University, BU-403).
    /// </summary>
    private static readonly BatteryFigures LeadAcid = new(0.65, 0.80, 0.90);

    /// <summary>
    /// The charger passes on 0.89, 0.99 of the charge stays (BU-808c: over 99 % at moderate current), at 1.13 of the nominal voltage (13 cells: 54.6 V, 1.14,
    /// at the end of a 48 V pack's charge): 0.89 · 0.99 / 1.13. The knee: 85 % at 1 C and later the lower the current (BU-409); these chargers
    /// give about 0.2 C.
    /// </summary>
    private static readonly BatteryFigures Lithium = new(0.78, 0.90, 0.96);

    private static readonly BatteryFigures Unknown = new(0.65, 0.80, 0.90);

    /// <summary>The figures of a kind.</summary>
    public static BatteryFigures Of(BatteryKind kind) => kind switch
    {
        BatteryKind.LeadAcid => LeadAcid,
        BatteryKind.Lithium => Lithium,
        _ => Unknown,
    };
}
