namespace Sems.Analysis.Health;

/// <summary>What a vehicle's charges say of its battery, in a word.</summary>
public enum HealthVerdict
{
    /// <summary>Nobody can tell yet.</summary>
    NotEnoughData,

    /// <summary>It holds what it should.</summary>
    Good,

    /// <summary>It holds noticeably less, or will soon hold less than 80 %.</summary>
    Watch,

    /// <summary>It holds less than 80 % of its rated capacity, as far as one can tell.</summary>
    LikelyAged,
}
