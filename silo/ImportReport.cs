using System.Text.Json.Nodes;
using Sems.Storage.Import;

namespace Sems.Silo;

/// <summary>Tells a person what an import did.</summary>
public static class ImportReport
{
    private const int MostBadRows = 50;

    /// <summary>Rows stored and skipped per file, for the audit log; null for a file that is not there.</summary>
    public static string Json(CampusImportResult result) => new JsonObject
    {
        ["students"] = Json(result.Students),
        ["stations"] = Json(result.Stations),
        ["ammeters"] = Json(result.Ammeters),
    }.ToJsonString();

    /// <summary>Counts per file, then the rows that were skipped and why.</summary>
    public static void Write(TextWriter output, CampusImportResult result)
    {
        Count("students.csv", result.Students);
        Count("stations.csv", result.Stations);
        Count("ammeters.csv", result.Ammeters);
        foreach (var bad in result.BadRows.Take(MostBadRows)) output.WriteLine($"  {bad}");
        if (result.BadRows.Count > MostBadRows) output.WriteLine($"  … and {result.BadRows.Count - MostBadRows} more");

        void Count(string file, ImportCounts? counts) => output.WriteLine(
            counts is null ? $"Imported {file}: no such file" : $"Imported {file}: {counts.Read} rows read, {counts.Stored} stored, {counts.Skipped} skipped");
    }

    private static JsonObject? Json(ImportCounts? counts) =>
        counts is null ? null : new JsonObject { ["stored"] = counts.Stored, ["skipped"] = counts.Skipped };
}

/// <summary>Prints how far an import is, a line a step.</summary>
internal sealed class ImportProgressLines(TextWriter? output) : IProgress<ImportProgress>
{
    /// <inheritdoc />
    public void Report(ImportProgress value) => output?.WriteLine($"  {value.Step}: {value.Done} / {value.Total}");
}
