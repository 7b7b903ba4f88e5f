namespace Sems.Storage.Import;

/// <summary>A CSV file: its header and the rows that are CSV.</summary>
internal sealed record CsvContent(IReadOnlyList<string> Header, List<CsvRow> Rows);
