namespace Sems.Gateway.Service.Counts;

/// <summary>Why a station's request got no further than the gateway.</summary>
public enum RefusalReason
{
    /// <summary>No key, or the wrong one.</summary>
    StationKey,

    /// <summary>Its address asks too often.</summary>
    AddressRate,

    /// <summary>Its station asks too often.</summary>
    GroupRate,

    /// <summary>Its address has too many connections open.</summary>
    Connections,

    /// <summary>Its body is too large.</summary>
    TooLarge,

    /// <summary>Its body did not come in time.</summary>
    SlowBody,
}
