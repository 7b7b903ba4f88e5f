namespace Sems.Embedded;

/// <summary>Kinds of <see cref="DeactivationReason"/>.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>None given.</summary>
    None,

    /// <summary>The process stops.</summary>
    ShuttingDown,

    /// <summary>The activation failed.</summary>
    ActivationFailed,

    /// <summary>Not called for the idle age.</summary>
    ActivationIdle,

    /// <summary>Stored state has changed behind the grain's back, or another fault it cannot go on from.</summary>
    ApplicationError,

    /// <summary><c>DeactivateOnIdle</c> was called.</summary>
    ApplicationRequested,
}
