namespace Sems.Simulator.Wire;

/// <summary>The six requests a station can make.</summary>
public enum ServiceEndpoint
{
    /// <summary>Who a card belongs to and whether they may charge.</summary>
    CheckStudent,

    /// <summary>A card was accepted at a meter: begin a session.</summary>
    Start,

    /// <summary>The owner took the bike: end the session.</summary>
    End,

    /// <summary>One sample of an open session.</summary>
    Charge,

    /// <summary>The poll: what every meter of the station shall do.</summary>
    AmmeterControl,

    /// <summary>What the session costs so far, for the display.</summary>
    Money,
}
