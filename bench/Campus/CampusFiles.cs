namespace Sems.Bench.Campus;

/// <summary>Writes a campus as the files <c>serve --import</c> reads.</summary>
public static class CampusFiles
{
    /// <summary>Writes students.csv, stations.csv and ammeters.csv.</summary>
    /// <param name="keys">Whether the stations have keys.</param>
    public static void Write(string directory, CampusShape campus, bool keys = false)
    {
        Directory.CreateDirectory(directory);
        var stations = Enumerable.Range(1, campus.Stations);
        var meters = Enumerable.Range(0, campus.Meters);
        Write("stations.csv", "ammeterGroup_number,name,station_key", stations.Select(s =>
            $"{CampusShape.Group(s)},Station {s},{(keys ? CampusShape.Key(CampusShape.Group(s)) : "")}"));
        Write("ammeters.csv", "ammeterGroup_number,ammeter_number,name", meters.Select(m =>
            $"{CampusShape.Group(CampusShape.StationOf(m))},{CampusShape.Ammeter(CampusShape.PlaceOf(m))},Meter {m}"));
        Write("students.csv", "student_number,card_number,username", meters.Select(m =>
            $"{CampusShape.Student(m)},{CampusShape.Card(m)},{CampusShape.UserName(m)}"));

        void Write(string file, string header, IEnumerable<string> rows) =>
            File.WriteAllLines(Path.Combine(directory, file), rows.Prepend(header));
    }
}
