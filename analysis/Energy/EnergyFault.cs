namespace Sems.Analysis.Energy;

/// <summary>What is wrong with a step of an energy counter.</summary>
public enum EnergyFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It went backward: a reset, or a misreading.</summary>
    Backward = 1,

    /// <summary>It went ahead further than any socket delivers in the time.</summary>
    Jump = 2,

    /// <summary>It changed by a power of ten: from then on it counts in another unit.</summary>
    Scale = 3,
}
