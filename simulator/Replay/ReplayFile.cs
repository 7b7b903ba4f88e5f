using Sems.Simulator.Campus;

namespace Sems.Simulator.Replay;

/// <summary>Reads a recorded charge: a CSV with the columns time, current_a, energy and, if recorded, voltage_v and power_w, in any order.</summary>
public static class ReplayFile
{
    private static readonly string[] Required = ["time", "current_a", "energy"];
    private static readonly string[] Optional = ["voltage_v", "power_w"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not such a file; the message names the file and the line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<ReplayRow> Read(string path)
    {
        if (!File.Exists(path)) throw new InvalidDataException($"{path}: there is no such file");
        using var reader = new StreamReader(path);
        try
        {
            return Read(reader);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}, {e.Message}", e);
        }
    }

    /// <summary>Reads text.</summary>
    /// <exception cref="InvalidDataException">It is not such a text; the message names the line.</exception>
    public static IReadOnlyList<ReplayRow> Read(TextReader reader)
    {
        List<string>? header = null;
        var rows = new List<ReplayRow>();
        foreach (var (line, fields) in CsvText.ReadRows(reader))
        {
            if (header is null)
            {
                header = [.. fields.Select(f => f.Trim())];
                foreach (var column in Required)
                    if (!header.Contains(column))
                        throw new InvalidDataException($"line {line}: column '{column}' is missing (found: {string.Join(", ", header)})");
                continue;
            }

            if (fields.Count != header.Count) throw new InvalidDataException($"line {line}: {fields.Count} fields, the header has {header.Count}");
            rows.Add(new ReplayRow(line, Needed("time"), Needed("current_a"), Needed("energy"), Perhaps(Optional[0]), Perhaps(Optional[1])));

            string Needed(string column) => Perhaps(column) ?? throw new InvalidDataException($"line {line}: '{column}' is empty");

            string? Perhaps(string column)
            {
                var at = header.IndexOf(column);
                var text = at < 0 ? "" : fields[at].Trim();
                if (text.Length == 0) return null;
                return ReplayNumber.IsValid(text) ? text : throw new InvalidDataException($"line {line}: {column} '{text}' is not a number");
            }
        }

        if (header is null) throw new InvalidDataException("line 1: the file is empty");
        return rows.Count > 0 ? rows : throw new InvalidDataException("line 2: no sample follows the header");
    }
}
