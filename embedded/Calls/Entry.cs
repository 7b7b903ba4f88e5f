namespace Sems.Embedded;

/// <summary>What becomes of a call that arrives at an activation.</summary>
internal enum Entry
{
    /// <summary>It may run here and now; the caller's thread has become the activation's executor.</summary>
    Run,

    /// <summary>It is the first: activate, then run it, here and now.</summary>
    Activate,

    /// <summary>It is a turn already, and will run as soon as the activation's executor is free.</summary>
    Deferred,

    /// <summary>It waits for the running turns.</summary>
    Queued,

    /// <summary>It would have to wait, and comes from a grain: ask the cycle detector.</summary>
    MustAsk,

    /// <summary>The activation is gone: look for another.</summary>
    Gone,
}
