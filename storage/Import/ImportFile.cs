namespace Sems.Storage.Import;

/// <summary>One file of an import: its rows on their way to being stored, and what became of the others.</summary>
internal sealed class ImportFile<TKey, T>(string name, IReadOnlyList<string> keys)
    where TKey : notnull
{
    private readonly List<BadRow> _bad = [];
    private readonly Dictionary<int, IReadOnlyList<string>> _raw = [];
    private int _read;

    /// <summary>The good rows so far, with their lines, in file order.</summary>
    public List<(int Line, T Row)> Rows { get; private set; } = [];

    /// <summary>Whether there is such a file.</summary>
    public bool Exists { get; private set; }

    public IEnumerable<BadRow> Bad => _bad.OrderBy(b => b.Line);

    public ImportCounts? Counts => Exists ? new ImportCounts(_read, Rows.Count, _bad.Count) : null;

    /// <summary>Its columns.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>A row as it stands in the file; empty for one that is no CSV.</summary>
    public IReadOnlyList<string> Raw(int line) => _raw.GetValueOrDefault(line, []);

    /// <summary>Reads the file of a directory, if it is there; of rows with the same key the last good one stays.</summary>
    public void ReadFrom(string directory, Func<CsvRow, T> parse, Func<T, TKey> key, string keyName)
    {
        if (CsvFile.Read(Path.Combine(directory, name), keys, Skip) is { } csv) Take(csv, parse, key, keyName);
    }

    /// <summary>Reads a text likewise.</summary>
    public void Read(TextReader text, Func<CsvRow, T> parse, Func<T, TKey> key, string keyName) =>
        Take(CsvFile.Read(text, name, keys, Skip), parse, key, keyName);

    private void Take(CsvContent content, Func<CsvRow, T> parse, Func<T, TKey> key, string keyName)
    {
        var csv = content.Rows;
        Header = content.Header;
        foreach (var row in csv) _raw[row.Line] = row.Raw;
        Exists = true;
        _read = csv.Count + _bad.Count;
        var last = new Dictionary<TKey, int>();
        foreach (var cells in csv)
        {
            try
            {
                var row = parse(cells);
                last[key(row)] = cells.Line;
                Rows.Add((cells.Line, row));
            }
            catch (BadCellException e)
            {
                Skip(cells.Line, e.Message);
            }
        }

        Keep((line, row) => last[key(row)] is var winner && winner != line ? $"{keyName}重复，以第 {winner} 行为准" : null);
    }

    /// <summary>Skips the rows for which there is a reason.</summary>
    public void Keep(Func<int, T, string?> reasonToSkip)
    {
        var kept = new List<(int, T)>(Rows.Count);
        foreach (var (line, row) in Rows)
        {
            if (reasonToSkip(line, row) is { } reason) Skip(line, reason);
            else kept.Add((line, row));
        }

        Rows = kept;
    }

    private void Skip(int line, string reason) => _bad.Add(new BadRow(name, line, reason));
}
