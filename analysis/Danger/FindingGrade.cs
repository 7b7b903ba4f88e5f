namespace Sems.Analysis.Danger;

/// <summary>What a sign means.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
public readonly record struct FindingGrade(FindingKind Kind, FindingSeverity Severity, double Confidence)
{
    /// <summary>The grade of a sign.</summary>
    /// <param name="sign">One sign.</param>
    /// <param name="full">The battery was seen full before.</param>
    public static FindingGrade Of(DangerSigns sign, bool full) => sign switch
    {
        DangerSigns.Surge => new(FindingKind.OverCurrent, FindingSeverity.Danger, 0.85),
        DangerSigns.TaperRise => full ? new(FindingKind.TailRise, FindingSeverity.Danger, 0.85) : new(FindingKind.TaperRise, FindingSeverity.Warning, 0.85),
        DangerSigns.Oscillation => new(FindingKind.Oscillation, FindingSeverity.Warning, 0.9),
        DangerSigns.Creep => new(FindingKind.CurrentCreep, FindingSeverity.Warning, 0.75),
        DangerSigns.Spikes => new(FindingKind.RepeatedSpikes, FindingSeverity.Warning, 0.75),
        DangerSigns.SuddenDrop => new(FindingKind.SuddenDrop, FindingSeverity.Notice, 0.6),
        DangerSigns.NoTaper => new(FindingKind.NoTaper, FindingSeverity.Warning, 0.8),
        DangerSigns.OverEnergy => new(FindingKind.OverEnergy, FindingSeverity.Danger, 0.8),
        DangerSigns.UnlikeUsual => new(FindingKind.UnlikeUsual, FindingSeverity.Warning, 0.7),
        DangerSigns.PoorContact => new(FindingKind.PoorContact, FindingSeverity.Warning, 0.7),
        DangerSigns.HighTail => new(FindingKind.HighTail, FindingSeverity.Warning, 0.7),
        DangerSigns.CellOverVoltage => new(FindingKind.CellOverVoltage, FindingSeverity.Danger, 0.85),
        DangerSigns.CounterStuck => new(FindingKind.CounterStuck, FindingSeverity.Notice, 0.8),
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "not one sign"),
    };
}
