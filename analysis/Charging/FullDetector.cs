namespace Sems.Analysis.Charging;

/// <summary>
/// Sees a battery become full: armed by several samples of real charging current, it fires after several tail samples
/// in a row. Immutable; a few bytes of state.
/// </summary>
/// <param name="Armed">Samples above <see cref="FullRule.ChargingA"/> so far, counted up to the number needed.</param>
/// <param name="Tail">Samples below <see cref="FullRule.TailA"/> in a row since armed.</param>
/// <param name="IsFull">It fired; it stays so.</param>
public readonly record struct FullDetector(int Armed, int Tail, bool IsFull)
{
    /// <summary>The detector after one more sample (A) with the switch on.</summary>
    public FullDetector Next(double currentA, FullRule rule)
    {
        if (IsFull) return this;
        if (Armed < rule.ArmingSamples) return currentA > rule.ChargingA ? this with { Armed = Armed + 1 } : this;
        var tail = currentA < rule.TailA ? Tail + 1 : 0;
        return this with { Tail = tail, IsFull = tail >= rule.TailSamples };
    }

    /// <summary>The row of tail samples is broken, as by a pause.</summary>
    public FullDetector Interrupted() => IsFull ? this : this with { Tail = 0 };
}

/// <summary>When a battery counts as full.</summary>
/// <param name="ChargingA">A; above it is real charging.</param>
/// <param name="TailA">A; below it is the tail.</param>
/// <param name="ArmingSamples">Samples of real charging needed first.</param>
/// <param name="TailSamples">Tail samples in a row that mean full.</param>
public sealed record FullRule(double ChargingA = 0.5, double TailA = 0.3, int ArmingSamples = 5, int TailSamples = 5)
{
    /// <summary>5 samples above 0.5 A, then 5 in a row below 0.3 A.</summary>
    public static readonly FullRule Default = new();
}
