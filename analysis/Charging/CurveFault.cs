namespace Sems.Analysis.Charging;

/// <summary>What is wrong with the rows of a curve.</summary>
public enum CurveFaultKind
{
    /// <summary>The same moment came again; the first one is kept.</summary>
    Repeat,

    /// <summary>Nothing came for a while.</summary>
    Silence,

    /// <summary>The clock leapt; from there on the rows follow what was before them.</summary>
    ClockLeap,

    /// <summary>A row came after later ones; it is where it belongs.</summary>
    Late,

    /// <summary>No number, or none that can be; the row is left out.</summary>
    Unreadable,
}

/// <summary>A fault of a curve's rows.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="AtMs">Where in the curve it begins, Unix ms; for a leap the last moment before it.</param>
/// <param name="Count">Rows that it concerns, 1 or more.</param>
/// <param name="Seconds">How long the silence, how far the leap (backward is negative), how late, s; 0 for the others.</param>
public readonly record struct CurveFault(CurveFaultKind Kind, long AtMs, int Count, double Seconds);
