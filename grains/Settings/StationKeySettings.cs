namespace Sems.Grains.Settings;

/// <summary>How stations' keys are replaced.</summary>
/// <param name="Overlap">For so long the key before is good as well.</param>
public sealed record StationKeySettings(TimeSpan Overlap)
{
    /// <summary>The longest overlap.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>A day.</summary>
    public static readonly StationKeySettings Default = new(TimeSpan.FromHours(24));
}
