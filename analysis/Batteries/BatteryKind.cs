namespace Sems.Analysis.Batteries;

/// <summary>What a battery is made of, as far as its owner says.</summary>
public enum BatteryKind
{
    /// <summary>Not said: taken for the slower of the two.</summary>
    Unknown,

    /// <summary>铅酸.</summary>
    LeadAcid,

    /// <summary>锂电.</summary>
    Lithium,
}

/// <summary>A battery as its label states it.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="RatedV">V, or null when not known.</param>
/// <param name="RatedAh">Ah, or null when not known.</param>
public sealed record BatteryLabel(BatteryKind Kind, double? RatedV, double? RatedAh)
{
    /// <summary>Nothing is known of it.</summary>
    public static readonly BatteryLabel Unknown = new(BatteryKind.Unknown, null, null);

    /// <summary>What a new one holds, Wh; null when the label is not known.</summary>
    public double? CapacityWh => RatedV is > 0 and var volts && RatedAh is > 0 and var ampereHours ? volts * ampereHours : null;
}
