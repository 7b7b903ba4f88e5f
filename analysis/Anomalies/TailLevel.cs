namespace Sems.Analysis.Anomalies;

/// <summary>
/// The lowest level a full battery's tail has reached, and whether the current has risen from it: what a cell that fails shows.
/// Immutable. A pause or an unplugged bike begins a new tail: many chargers start at full current when they get power again.
/// </summary>
/// <param name="LowestA">A; 0 before the first sample.</param>
/// <param name="Unplugged">Samples without current in a row.</param>
public readonly record struct TailLevel(double LowestA, byte Unplugged)
{
    /// <summary>A; less is no current, and no level of a tail.</summary>
    public const double FlowingA = 0.05;

    /// <summary>A rise is at least this part of the level it rose from, too: noise grows with the current.</summary>
    public const double LeastRise = 0.5;

    /// <summary>Whether this current lies so far above the lowest; null when there is no tail to compare it with.</summary>
    /// <param name="currentA">A.</param>
    /// <param name="limit">The least rise, A.</param>
    public bool? Risen(double currentA, double limit) =>
        LowestA == 0 ? null : currentA >= LowestA + Math.Max(limit, LowestA * LeastRise);

    /// <summary>The level after one more sample of the tail (A).</summary>
    /// <param name="currentA">A.</param>
    /// <param name="samples">So many without current in a row mean an unplugged bike.</param>
    public TailLevel Next(double currentA, int samples)
    {
        if (currentA >= FlowingA) return new TailLevel(LowestA == 0 ? currentA : Math.Min(LowestA, currentA), 0);
        return Unplugged + 1 >= samples ? default : this with { Unplugged = (byte)(Unplugged + 1) };
    }
}
