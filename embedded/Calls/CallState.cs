namespace Sems.Embedded;

/// <summary>Where a call is on its way.</summary>
internal enum CallState : byte
{
    /// <summary>Not yet accepted.</summary>
    New,

    /// <summary>Queued behind the running turns of its target.</summary>
    Waiting,

    /// <summary>A turn of its target.</summary>
    Running,

    /// <summary>Over: it waits for nothing any more.</summary>
    Finished,
}
