using Sems.Storage.Registry;

namespace Sems.Storage.Import;

/// <summary>What a file would do to the registry, row by row.</summary>
public sealed class ImportPlan
{
    internal ImportPlan(ImportTable table, IReadOnlyList<string> header, IEnumerable<PlannedRow> rows)
    {
        (Table, Header, Rows) = (table, header, [.. rows.OrderBy(r => r.Line)]);
        Work = [.. Rows.Where(r => r.What is RowFate.New or RowFate.Changed)];
    }

    /// <summary>Which file.</summary>
    public ImportTable Table { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Its rows, the header apart, by line.</summary>
    public IReadOnlyList<PlannedRow> Rows { get; }

    /// <summary>Those that do something.</summary>
    public IReadOnlyList<PlannedRow> Work { get; }

    /// <summary>How many rows have this fate.</summary>
    public int Count(RowFate fate) => Rows.Count(r => r.What == fate);
}

/// <summary>A row of a file and what it does.</summary>
/// <param name="Line">Counted from 1, the header included.</param>
/// <param name="Key">Student number, station number or group/ammeter; empty where that cannot be read.</param>
/// <param name="What">What it does.</param>
/// <param name="Changes">Field by field.</param>
/// <param name="Message">Why it is bad, or what else is to be said, in Chinese; or null.</param>
/// <param name="Cells">As it stands in the file.</param>
public sealed record PlannedRow(
    int Line, string Key, RowFate What, IReadOnlyList<FieldChange> Changes, string? Message, IReadOnlyList<string> Cells)
{
    /// <summary>The row as it is stored, before; null for a new one.</summary>
    public object? Before { get; internal init; }

    /// <summary>The station of a meter's row; else null.</summary>
    public string? Group => (Load as AmmeterRecord)?.Group;

    /// <summary>What is to be stored.</summary>
    internal object? Load { get; init; }
}
