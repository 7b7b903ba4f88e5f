using Sems.Storage.Books;
using Sems.Storage.Sqlite.Outside;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Books;

/// <summary>Holds the files, the ledger and the curves of a snapshot against the rules of <see cref="BookRule"/>. Streams: memory does not grow with the books.</summary>
public static class SqliteBooks
{
    /// <summary>Checks all of it.</summary>
    /// <exception cref="StorageUnavailableException">The snapshot is of another schema, or could not be read to the end.</exception>
    public static void Check(SqliteSnapshot snapshot, BookReport report, IProgress<StepProgress>? progress = null, CancellationToken cancel = default)
    {
        try
        {
            snapshot.RequireCurrentSchema();
            foreach (var (name, database) in snapshot.Files) CheckFile(name, database, report, progress);
            new LedgerBooks(snapshot.Ledger, report, new Pace(progress, "charges and bills", Count(snapshot.Ledger), cancel)).Check();
            progress?.Report(new StepProgress("sums by day and student", 0, 0));
            new SumBooks(snapshot.Ledger, report).Check();
            new BillBooks(snapshot.Ledger, report, new Pace(progress, "histories of bills", Count(snapshot.Ledger), cancel)).Check();
            new CurveBooks(snapshot.Ledger, report, new Pace(progress, "curves", Count(snapshot.Ledger), cancel)).Check();
            new JournalBooks(snapshot.Ledger, report, new Pace(progress, "journal", 0, cancel)).Check();
        }
        catch (SqliteFault fault) when (fault.IsDamage)
        {
            report.Fault(BookRule.File, $"the rest could not be checked: {fault.Message}");
        }
        catch (SqliteFault fault)
        {
            throw new StorageUnavailableException($"the database could not be read: {fault.Message}", fault);
        }
    }

    private static void CheckFile(string name, SqliteDatabase database, BookReport report, IProgress<StepProgress>? progress)
    {
        progress?.Report(new StepProgress($"the file of the {name}", 0, 0));
        report.Checked(BookRule.File);
        using var rows = database.Statement("PRAGMA quick_check(100)");
        while (rows.Step())
            if (rows.Text(0) is not "ok" and var finding) report.Fault(BookRule.File, $"{name}: {finding}");
    }

    private static long Count(SqliteDatabase database)
    {
        using var row = database.Statement("SELECT coalesce(max(charge_id), 0) FROM charges");
        row.Step();
        return row.Long(0);
    }
}
