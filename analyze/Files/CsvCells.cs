namespace Sems.Analyze.Files;

/// <summary>Cuts a line of a CSV file into cells; cells may be quoted, not over several lines.</summary>
internal static class CsvCells
{
    /// <summary>What divides the cells of a file, by its header.</summary>
    public static char Separator(string header) =>
        header.Contains(',') ? ',' : header.Contains(';') ? ';' : header.Contains('\t') ? '\t' : ',';

    /// <summary>The cells, trimmed and without quotes.</summary>
    public static void Split(string line, char separator, List<string> cells)
    {
        cells.Clear();
        var from = 0;
        var quoted = false;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"') quoted = !quoted;
            if (i < line.Length && (line[i] != separator || quoted)) continue;
            var cell = line.AsSpan(from, i - from).Trim();
            if (cell is ['"', .., '"']) cell = cell[1..^1].Trim();
            cells.Add(cell.ToString());
            from = i + 1;
        }
    }
}
