namespace Sems.Analysis.Charging;

/// <summary>On which side of the charger a charge was measured.</summary>
public enum ChargeSide
{
    /// <summary>What the charger takes from the mains.</summary>
    Mains,

    /// <summary>What the battery gets, and its own voltage.</summary>
    Battery,
}
