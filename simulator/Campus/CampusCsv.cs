using System.Globalization;

namespace Sems.Simulator.Campus;

/// <summary>The three files a campus is loaded from (UTF-8, header row; see the station protocol, "Loading a campus").</summary>
public static class CampusCsv
{
    /// <summary>Columns of students.csv.</summary>
    public static IReadOnlyList<string> StudentColumns { get; } =
    [
        "student_number", "card_number", "username", "password", "blocked", "phone", "brand", "model", "battery_type", "rated_voltage", "rated_ah",
    ];

    /// <summary>Columns of stations.csv.</summary>
    public static IReadOnlyList<string> StationColumns { get; } = ["ammeterGroup_number", "name", "latitude", "longitude", "station_key"];

    /// <summary>Columns of ammeters.csv.</summary>
    public static IReadOnlyList<string> AmmeterColumns { get; } = ["ammeterGroup_number", "ammeter_number", "name"];

    /// <summary>Writes the three files, replacing what is there.</summary>
    public static void Write(string directory, CampusData campus)
    {
        Directory.CreateDirectory(directory);
        WriteFile(Path.Combine(directory, "students.csv"), StudentColumns, campus.Students, s =>
        [
            s.StudentNumber, s.CardNumber, s.Username, s.Password, s.Blocked ? "1" : "0", s.Phone, s.Brand, s.Model, s.BatteryType, Text(s.RatedV), Text(s.RatedAh),
        ]);
        WriteFile(Path.Combine(directory, "stations.csv"), StationColumns, campus.Stations, s =>
        [
            s.Group, s.Name, Text(s.Latitude), Text(s.Longitude), s.StationKey,
        ]);
        WriteFile(Path.Combine(directory, "ammeters.csv"), AmmeterColumns, campus.Ammeters, a => [a.Group, a.Number, a.Name]);
    }

    /// <summary>Reads the three files.</summary>
    /// <exception cref="InvalidDataException">A file or a row is not as it should be; the message names the file and line.</exception>
    public static CampusData Read(string directory) => new(
        ReadFile(Path.Combine(directory, "students.csv"), ["student_number", "card_number"], row => new CampusStudent(
            row("student_number")!, row("card_number")!, row("username"), row("password"), row("blocked") == "1", row("phone"), row("brand"),
            row("model"), row("battery_type"), Number(row("rated_voltage")), Number(row("rated_ah")))),
        ReadFile(Path.Combine(directory, "stations.csv"), ["ammeterGroup_number"], row => new CampusStation(
            row("ammeterGroup_number")!, row("name"), Number(row("latitude")), Number(row("longitude")), row("station_key"))),
        ReadFile(Path.Combine(directory, "ammeters.csv"), ["ammeterGroup_number", "ammeter_number"], row => new CampusAmmeter(
            row("ammeterGroup_number")!, row("ammeter_number")!, row("name"))));

    private static void WriteFile<T>(string path, IReadOnlyList<string> columns, IReadOnlyList<T> rows, Func<T, string?[]> fields)
    {
        using var writer = new StreamWriter(path);
        CsvText.WriteRow(writer, columns);
        foreach (var row in rows) CsvText.WriteRow(writer, fields(row));
    }

    private static List<T> ReadFile<T>(string path, string[] keys, Func<Func<string, string?>, T> make)
    {
        if (!File.Exists(path)) throw new InvalidDataException($"{path} is missing");
        using var reader = new StreamReader(path);
        List<string>? header = null;
        var rows = new List<T>();
        foreach (var (line, fields) in CsvText.ReadRows(reader))
        {
            if (header is null)
            {
                header = fields;
                foreach (var key in keys)
                    if (!header.Contains(key))
                        throw new InvalidDataException($"{path}, line {line}: column '{key}' is missing");
                continue;
            }

            try
            {
                foreach (var key in keys)
                    if (Field(key) is null)
                        throw new FormatException($"'{key}' is empty");
                rows.Add(make(Field));
            }
            catch (FormatException e)
            {
                throw new InvalidDataException($"{path}, line {line}: {e.Message}", e);
            }

            string? Field(string name) => header.IndexOf(name) is var at and >= 0 && at < fields.Count && fields[at].Length > 0 ? fields[at] : null;
        }

        return header is null ? throw new InvalidDataException($"{path} is empty") : rows;
    }

    private static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static double? Number(string? text) => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
