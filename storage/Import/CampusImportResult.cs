namespace Sems.Storage.Import;

/// <summary>What an import did.</summary>
/// <param name="Students">students.csv, or null when there is no such file.</param>
/// <param name="Stations">stations.csv, or null.</param>
/// <param name="Ammeters">ammeters.csv, or null.</param>
/// <param name="BadRows">Every row that was skipped, by file and line.</param>
public sealed record CampusImportResult(
    ImportCounts? Students, ImportCounts? Stations, ImportCounts? Ammeters, IReadOnlyList<BadRow> BadRows);

/// <summary>Rows of one file.</summary>
/// <param name="Read">Rows in the file, the header apart.</param>
/// <param name="Stored">Inserted or updated.</param>
/// <param name="Skipped">Bad ones.</param>
public sealed record ImportCounts(int Read, int Stored, int Skipped);

/// <summary>A row that was skipped.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Counted from 1, the header included.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record BadRow(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File} 第 {Line} 行：{Reason}";
}

/// <summary>How far an import is.</summary>
/// <param name="Step">What is being done, in Chinese.</param>
/// <param name="Done">Rows done in this step.</param>
/// <param name="Total">Rows of this step.</param>
public sealed record ImportProgress(string Step, int Done, int Total);
