using System.Globalization;
using System.IO.Compression;
using Sems.Analysis.Charging;

namespace Sems.Bench.Danger;

/// <summary>Recorded charges: the campus' (time, current_a, energy) and a cell's (cycle, t_s, current_a, voltage_v).</summary>
internal static class RealCurves
{
    private const string CampusFile = "campus-charge-2016-07-05.csv";

    /// <summary>The recordings beside the repository, when they are there.</summary>
    public static IReadOnlyList<string> Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "SEMS.sln"))) continue;
            var data = Path.Combine(folder.FullName, "..", "shared", "data");
            if (!Directory.Exists(data)) return [];
            var cells = Path.Combine(data, "nasa");
            string[] recorded = Directory.Exists(cells) ? Directory.GetFiles(cells, "B????.csv.gz") : [];
            return [Path.Combine(data, CampusFile), .. recorded.Order(StringComparer.Ordinal)];
        }

        return [];
    }

    /// <summary>The charges of a file, in order.</summary>
    /// <exception cref="InvalidDataException">A row is not what the header says.</exception>
    public static IReadOnlyList<List<CurvePoint>> Read(string file)
    {
        using var raw = File.OpenRead(file);
        using Stream stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream);
        var header = (reader.ReadLine() ?? "").Split(',');
        var (cycle, time) = (Array.IndexOf(header, "cycle"), Math.Max(Array.IndexOf(header, "time"), Array.IndexOf(header, "t_s")));
        var (current, voltage, energy) = (Array.IndexOf(header, "current_a"), Array.IndexOf(header, "voltage_v"), Array.IndexOf(header, "energy"));
        if (time < 0 || current < 0) throw new InvalidDataException($"{file}: needs the columns time or t_s, and current_a");
        var charges = new List<List<CurvePoint>>();
        string? last = null;
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var number = cycle < 0 ? "" : cells[cycle];
            if (number != last) charges.Add([]);
            last = number;
            charges[^1].Add(new CurvePoint((long)(1000 * (Number(cells, time, line) + 1)), Number(cells, current, line),
                voltage < 0 ? null : Number(cells, voltage, line), energy < 0 ? null : Number(cells, energy, line)));
        }

        return charges;
    }

    private static double Number(string[] cells, int column, string line) =>
        column < cells.Length && double.TryParse(cells[column], CultureInfo.InvariantCulture, out var value) ? value : throw new InvalidDataException($"not a row: {line}");
}
