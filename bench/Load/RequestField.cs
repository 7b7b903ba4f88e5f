namespace Sems.Bench.Load;

/// <summary>A part of a request that varies. The values are characters that occur in no request, to mark the place.</summary>
public enum RequestField
{
    /// <summary>Station, 4 digits.</summary>
    Group = 1,

    /// <summary>Meter within the station, 12 digits.</summary>
    Ammeter = 2,

    /// <summary>Card, 6 digits.</summary>
    Card = 3,

    /// <summary>Unix seconds, 10 digits.</summary>
    Time = 4,

    /// <summary>Energy counter, 6 digits of which the first is not 0.</summary>
    Energy = 5,

    /// <summary>Hundredths of an ampere, 2 digits.</summary>
    Current = 6,
}
