using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Sems.GrainInterfaces;
using Sems.Storage.Import;

namespace Sems.Grains.Imports;

/// <summary>A plan as messages and files.</summary>
internal static class ImportRows
{
    public static ImportTable Table(ImportKind kind) => kind switch
    {
        ImportKind.Students => ImportTable.Students,
        ImportKind.Stations => ImportTable.Stations,
        ImportKind.Ammeters => ImportTable.Ammeters,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };

    public static ImportKind Kind(ImportTable table) => Enum.Parse<ImportKind>(table.ToString());

    public static ImportRowPage Page(ImportPlan plan, ImportRowKind? what, int page, int pageSize)
    {
        var rows = what is null ? plan.Rows : [.. plan.Rows.Where(r => Kind(r.What) == what)];
        var items = rows.Skip((int)Math.Min((page - 1L) * pageSize, rows.Count)).Take(pageSize).Select(Of);
        return new ImportRowPage([.. items], rows.Count);
    }

    /// <summary>The bad rows as they stand in the file, but for secrets, with what is wrong with each.</summary>
    public static string BadCsv(ImportPlan plan)
    {
        var csv = new StringBuilder();
        csv.Append(Line(["line", .. plan.Header, "problem"]));
        foreach (var row in plan.Rows.Where(r => r.What == RowFate.Bad))
        {
            var cells = plan.Header.Select((name, i) => i >= row.Cells.Count || name is "password" or "station_key" ? "" : row.Cells[i]);
            csv.Append(Line([row.Line.ToString(CultureInfo.InvariantCulture), .. cells, row.Message ?? ""]));
        }
        return csv.ToString();
    }

    /// <summary>For the audit log.</summary>
    public static string Summary(ImportPlan plan) => new JsonObject
    {
        [plan.Table.ToString().ToLowerInvariant()] = new JsonObject
        {
            ["new"] = plan.Count(RowFate.New),
            ["changed"] = plan.Count(RowFate.Changed),
            ["unchanged"] = plan.Count(RowFate.Unchanged),
            ["skipped"] = plan.Count(RowFate.Bad),
        },
    }.ToJsonString();

    private static ImportRow Of(PlannedRow row) => new(
        row.Line, row.Key, Kind(row.What), [.. row.Changes.Select(c => new ImportedField(c.Field, c.Before?.ToString(), c.After?.ToString()))], row.Message);

    private static ImportRowKind Kind(RowFate fate) => fate switch
    {
        RowFate.New => ImportRowKind.New,
        RowFate.Changed => ImportRowKind.Changed,
        RowFate.Unchanged => ImportRowKind.Unchanged,
        RowFate.Bad => ImportRowKind.Bad,
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "no such fate"),
    };

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
