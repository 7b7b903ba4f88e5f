namespace Sems.Gateway.Service.Counts;

/// <summary>What became of a request.</summary>
public enum ServiceOutcome
{
    /// <summary>The grains answered, be it yes or no.</summary>
    Answered,

    /// <summary>Not a POST, or a body that is none of the call's.</summary>
    NotUnderstood,

    /// <summary>Refused by the gateway; a <see cref="RefusalReason"/> says why.</summary>
    Refused,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>An internal error.</summary>
    Broken,

    /// <summary>The station hung up.</summary>
    Gone,
}
