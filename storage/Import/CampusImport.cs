using System.Diagnostics.CodeAnalysis;
using Sems.Storage.Registry;

namespace Sems.Storage.Import;

/// <summary>
/// Loads students.csv, stations.csv and ammeters.csv of a directory into the registry: upsert by key, only the columns
/// that are in a file change, an empty cell leaves what is there, and a bad row is named and skipped. Importing the same
/// files again changes nothing.
/// </summary>
public sealed class CampusImport(IRegistry registry, CampusImportOptions options)
{
    private readonly ImportStudentHashes _hashes = new(options);

    /// <summary>Imports what the directory holds; a file that is not there is left out.</summary>
    /// <exception cref="CampusImportException">There is no such directory, or a file lacks its key columns or is not UTF-8.</exception>
    /// <exception cref="StorageUnavailableException">The database failed; importing again is safe.</exception>
    public async Task<CampusImportResult> RunAsync(
        string directory, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        if (!Directory.Exists(directory)) throw new CampusImportException($"目录不存在：{directory}");
        var tables = new ImportTables(registry, options);
        tables.ReadFrom(directory);
        var (stations, students, ammeters) = (tables.Stations, tables.Students, tables.Ammeters);
        var meters = await tables.ResolveAmmetersAsync(await tables.StoredAmmetersAsync(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        var known = await tables.ResolveStudentsAsync(cancel).ConfigureAwait(false);
        var changes = await _hashes.HashAsync(students.Rows.ConvertAll(r => r.Row), known, progress, cancel).ConfigureAwait(false);
        var total = changes.Count + stations.Rows.Count + meters.Count;
        var stored = progress is null ? null : new Relay<int>(done => progress.Report(new ImportProgress("写入", done, total)));
        await registry.ImportAsync(changes, stations.Rows.ConvertAll(r => r.Row), meters, stored, cancel).ConfigureAwait(false);
        return new CampusImportResult(
            students.Counts, stations.Counts, ammeters.Counts, [.. students.Bad, .. stations.Bad, .. ammeters.Bad]);
    }

    /// <summary>Unlike <see cref="Progress{T}"/> this reports on the caller's thread, in order.</summary>
    [SuppressMessage("Performance", "CA1812", Justification = "created above")]
    private sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
