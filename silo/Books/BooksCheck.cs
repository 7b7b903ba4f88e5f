using Sems.Storage;
using Sems.Storage.Books;
using Sems.Storage.Sqlite.Books;

namespace Sems.Silo.Books;

/// <summary>Verifies the books of a data directory, read-only and as they were at one moment, whether a SEMS runs on it or not.</summary>
public static class BooksCheck
{
    /// <summary>Checks everything.</summary>
    /// <exception cref="DataDirectoryException">There is no such directory, or no SEMS data in it.</exception>
    /// <exception cref="StorageUnavailableException">It cannot be read.</exception>
    public static BookReport Run(string data, IProgress<StepProgress>? progress = null, CancellationToken cancel = default)
    {
        var report = new BookReport();
        using var snapshot = DataDirectory.Inspect(data).TakeSnapshot();
        SqliteBooks.Check(snapshot, report, progress, cancel);
        if (report.Lines.First(line => line.Rule == BookRule.File).Faults.Count == 0) new StateBooks(snapshot, report).Check();
        return report;
    }
}
