using Sems.Storage.Import;

namespace Sems.Gateway.Hosting;

/// <summary>Tells a person what an import did.</summary>
public static class ImportReport
{
    private const int MostBadRows = 50;

    /// <summary>Counts per file, then the rows that were skipped and why.</summary>
    public static void Write(TextWriter output, CampusImportResult result)
    {
        foreach (var file in result.Files)
            output.WriteLine($"Imported {file.File}: {file.Read} rows read, {file.Saved} saved, {file.Skipped} skipped");
        foreach (var bad in result.BadRows.Take(MostBadRows)) output.WriteLine($"  {bad.File} line {bad.Line}: {bad.Reason}");
        if (result.BadRows.Count > MostBadRows) output.WriteLine($"  … and {result.BadRows.Count - MostBadRows} more");
    }
}
