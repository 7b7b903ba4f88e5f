using System.Globalization;
using System.IO.Compression;

namespace Sems.Tests.Support;

/// <summary>Charges of single cells in a laboratory, recorded by NASA, that lie beside the repository on some machines; they are not part of it.</summary>
internal static class RealCells
{
    /// <summary>A sample: s, A, V, °C (null when blank).</summary>
    internal sealed record Row(double Second, double CurrentA, double? VoltageV, double? TemperatureC);

    /// <summary>
    /// A charge with what its record says of its phases, s, and the share of the rated capacity that came out after it; null for what it never reached.
    /// </summary>
    internal sealed record Charge(int Cycle, IReadOnlyList<Row> Rows, double? ConstantFrom, double? TaperFrom, double? TaperTo, double? Capacity);

    /// <summary>The cells that may be looked at.</summary>
    public static readonly string[] Names = ["B0005", "B0006", "B0029"];

    /// <summary>The charges of a cell, or none where the recording is not there.</summary>
    public static IReadOnlyList<Charge> Read(string cell)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SEMS.sln"))) folder = folder.Parent;
        var data = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data", "nasa") : null;
        if (data is null || !File.Exists(Path.Combine(data, $"{cell}.csv.gz"))) return [];
        var phases = Lines(Path.Combine(data, $"{cell}_phases.csv.gz")).ToDictionary(cells => int.Parse(cells[0], CultureInfo.InvariantCulture));
        var capacities = Lines(Path.Combine(data, $"{cell}_capacity.csv.gz")).ToDictionary(cells => int.Parse(cells[0], CultureInfo.InvariantCulture));
        return
        [
            .. Lines(Path.Combine(data, $"{cell}.csv.gz")).GroupBy(cells => int.Parse(cells[0], CultureInfo.InvariantCulture)).Select(charge => new Charge(
                charge.Key, [.. charge.Select(cells => new Row(Number(cells[1])!.Value, Number(cells[2])!.Value, Number(cells[3]), Number(cells[4])))],
                Number(phases[charge.Key][1]), Number(phases[charge.Key][2]), Number(phases[charge.Key][3]), Number(capacities[charge.Key][2]))),
        ];
    }

    private static IEnumerable<string[]> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return line.Split(',');
    }

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
