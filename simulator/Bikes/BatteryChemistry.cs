namespace Sems.Simulator.Bikes;

/// <summary>What a pack is made of; it decides how the charge ends.</summary>
public enum BatteryChemistry
{
    /// <summary>Early knee, a taper of hours, and a float current that never ends.</summary>
    LeadAcid,

    /// <summary>Late knee, a short taper, then nothing but the charger's own draw.</summary>
    Lithium,
}
