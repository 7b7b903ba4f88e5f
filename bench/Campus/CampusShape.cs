namespace Sems.Bench.Campus;

/// <summary>The numbers of the generated campus: stations of 40 meters, one student with a card per meter.</summary>
/// <param name="Meters">Meters, 40 to 399,960; a multiple of 40.</param>
public sealed record CampusShape(int Meters)
{
    /// <summary>Meters of a station.</summary>
    public const int MetersPerStation = 40;

    /// <summary>Meters a campus may have: a station's number has four digits.</summary>
    public const int Most = 9_999 * MetersPerStation;

    /// <summary>Student number of the student of meter 0; ten digits.</summary>
    public const long FirstStudent = 1_030_000_000;

    /// <summary>Stations.</summary>
    public int Stations => Meters / MetersPerStation;

    /// <summary>Number of a station, from 1.</summary>
    public static int StationOf(int meter) => (meter / MetersPerStation) + 1;

    /// <summary>Number of a meter within its station, from 0.</summary>
    public static int PlaceOf(int meter) => meter % MetersPerStation;

    /// <summary>A station's number as written: <c>0001</c>.</summary>
    public static string Group(int station) => $"{station:0000}";

    /// <summary>The key of a station, given its number as written.</summary>
    public static string Key(string group) => $"key-of-the-benchmarks-station-{group}";

    /// <summary>A meter's number as written: <c>000000000000</c>.</summary>
    public static string Ammeter(int place) => $"{place:000000000000}";

    /// <summary>The card of the student of a meter.</summary>
    public static string Card(int meter) => $"c{meter:000000}";

    /// <summary>The user name of the student of a meter.</summary>
    public static string UserName(int meter) => $"stu{meter:000000}";

    /// <summary>The student number of the student of a meter.</summary>
    public static long Student(int meter) => FirstStudent + meter;
}
