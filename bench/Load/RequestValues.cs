using Sems.Bench.Campus;

namespace Sems.Bench.Load;

/// <summary>What the fields of one request say.</summary>
/// <param name="Meter">The meter, from 0.</param>
/// <param name="Pass">How often the walk came by this meter before.</param>
/// <param name="FirstTime">Unix seconds of pass 0.</param>
public readonly record struct RequestValues(int Meter, int Pass, long FirstTime)
{
    private const int SecondsBetweenSamples = 10;
    private const int FirstEnergy = 100_000;

    /// <summary>The value of a field.</summary>
    public long Of(RequestField field) => field switch
    {
        RequestField.Group => CampusShape.StationOf(Meter),
        RequestField.Ammeter => CampusShape.PlaceOf(Meter),
        RequestField.Card => Meter,
        RequestField.Time => FirstTime + ((long)Pass * SecondsBetweenSamples),
        RequestField.Energy => FirstEnergy + Pass,
        _ => ((Meter * 7L) + (Pass * 3L)) % 30,
    };
}
