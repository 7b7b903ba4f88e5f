namespace Sems.Storage.Curves;

/// <summary>What a running batch has done to an open curve; forgotten when it fails.</summary>
[Flags]
internal enum CurveStage : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Samples were added, or one of the others is set.</summary>
    Touched = 1,

    /// <summary>The charge began.</summary>
    Opened = 2,

    /// <summary>The tail went into a chunk.</summary>
    Sealed = 4,

    /// <summary>The charge is over: no more samples.</summary>
    Closed = 8,
}
