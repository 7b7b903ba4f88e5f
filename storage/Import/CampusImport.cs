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
    private const double HighestRating = 1e6;
    private readonly ImportStudentHashes _hashes = new(options);

    /// <summary>Imports what the directory holds; a file that is not there is left out.</summary>
    /// <exception cref="CampusImportException">There is no such directory, or a file lacks its key columns or is not UTF-8.</exception>
    /// <exception cref="StorageUnavailableException">The database failed; importing again is safe.</exception>
    public async Task<CampusImportResult> RunAsync(
        string directory, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        if (!Directory.Exists(directory)) throw new CampusImportException($"目录不存在：{directory}");
        var stations = new ImportFile<string, AmmeterGroupChange>(directory, "stations.csv", ["ammeterGroup_number"]);
        var ammeters = new ImportFile<(string, string), AmmeterRecord>(
            directory, "ammeters.csv", ["ammeterGroup_number", "ammeter_number"]);
        var students = new ImportFile<string, StudentRow>(directory, "students.csv", ["student_number"]);
        stations.Read(ParseStation, s => s.Group, "充电站号");
        ammeters.Read(ParseAmmeter, a => (a.Group, a.Ammeter), "电表号");
        students.Read(ParseStudent, s => s.Change.StudentNumber, "学号");

        var meters = await ResolveAmmetersAsync(ammeters, stations, cancel).ConfigureAwait(false);
        var changes = await ResolveStudentsAsync(students, progress, cancel).ConfigureAwait(false);
        var total = changes.Count + stations.Rows.Count + meters.Count;
        var stored = progress is null ? null : new Relay<int>(done => progress.Report(new ImportProgress("写入", done, total)));
        await registry.ImportAsync(changes, stations.Rows.ConvertAll(r => r.Row), meters, stored, cancel).ConfigureAwait(false);
        return new CampusImportResult(
            students.Counts, stations.Counts, ammeters.Counts, [.. students.Bad, .. stations.Bad, .. ammeters.Bad]);
    }

    private AmmeterGroupChange ParseStation(CsvRow row) => new(
        row.Key("ammeterGroup_number"), row.Text("name"), row.Number("latitude", -90, 90), row.Number("longitude", -180, 180),
        row.Secret("station_key") is { } key ? options.HashStationKey(key) : null);

    private static AmmeterRecord ParseAmmeter(CsvRow row) => new(
        row.Key("ammeterGroup_number"), row.Key("ammeter_number"), row.Text("name") ?? "");

    private static StudentRow ParseStudent(CsvRow row) => new(
        new StudentChange(row.Key("student_number"), row.Text("card_number"), row.Text("username"), null, row.Flag("blocked"),
            row.Text("phone"), row.Text("brand"), row.Text("model"), row.Text("battery_type"),
            row.Number("rated_voltage", 0, HighestRating), row.Number("rated_ah", 0, HighestRating)),
        row.Secret("password"));

    /// <summary>Skips meters of unknown stations; a meter without a name keeps its name, a new one is named by its number.</summary>
    private async Task<List<AmmeterRecord>> ResolveAmmetersAsync(
        ImportFile<(string, string), AmmeterRecord> file, ImportFile<string, AmmeterGroupChange> stations, CancellationToken cancel)
    {
        var groups = stations.Rows.Select(s => s.Row.Group).ToHashSet();
        if (file.Rows.Count > 0) groups.UnionWith((await registry.GroupsAsync(cancel).ConfigureAwait(false)).Select(g => g.Group));
        file.Keep((_, ammeter) => groups.Contains(ammeter.Group) ? null : $"充电站 {ammeter.Group} 不存在");

        var names = new Dictionary<(string, string), string>();
        foreach (var group in file.Rows.Where(r => r.Row.Name.Length == 0).Select(r => r.Row.Group).Distinct())
            foreach (var known in await registry.AmmetersAsync(group, cancel).ConfigureAwait(false))
                names[(known.Group, known.Ammeter)] = known.Name;
        return file.Rows.ConvertAll(r => r.Row.Name.Length > 0
            ? r.Row
            : r.Row with { Name = names.GetValueOrDefault((r.Row.Group, r.Row.Ammeter), r.Row.Ammeter) });
    }

    private async Task<List<StudentChange>> ResolveStudentsAsync(
        ImportFile<string, StudentRow> file, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var checks = new StudentChecks(registry);
        var stored = new Dictionary<string, StudentRecord?>();
        var reasons = new Dictionary<int, string>();
        foreach (var (line, row) in file.Rows)
        {
            var known = await registry.FindStudentAsync(row.Change.StudentNumber, cancel).ConfigureAwait(false);
            stored[row.Change.StudentNumber] = known;
            if (await checks.CheckAsync(row.Change, known, cancel).ConfigureAwait(false) is { } reason) reasons[line] = reason;
        }

        file.Keep((line, _) => reasons.GetValueOrDefault(line));
        return await _hashes.HashAsync(file.Rows.ConvertAll(r => r.Row), stored, progress, cancel).ConfigureAwait(false);
    }

    /// <summary>Unlike <see cref="Progress{T}"/> this reports on the caller's thread, in order.</summary>
    [SuppressMessage("Performance", "CA1812", Justification = "created above")]
    private sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
