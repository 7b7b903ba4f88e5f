namespace Sems.Analysis.Batteries;

/// <summary>What a gauge goes by.</summary>
public enum GaugeBasis
{
    /// <summary>Nothing it could go by: only the energy is known.</summary>
    None,

    /// <summary>What the student said was left, and the energy since.</summary>
    Said,

    /// <summary>The current falls as the battery fills.</summary>
    Curve,

    /// <summary>The battery was seen full.</summary>
    Full,
}

/// <summary>How full a battery is.</summary>
/// <param name="Percent">0 to 100, 100 only when it was seen full; null when nobody can tell.</param>
/// <param name="Basis">What it goes by.</param>
/// <param name="Uncertainty">How far off it may be either way, points; null without a percentage.</param>
/// <param name="SecondsToFull">s until the battery will be seen full; null when nobody can tell or nothing flows.</param>
public sealed record GaugeReading(double? Percent, GaugeBasis Basis, double? Uncertainty, double? SecondsToFull)
{
    /// <summary>It was seen full.</summary>
    public static readonly GaugeReading Full = new(100, GaugeBasis.Full, 0, 0);
}
