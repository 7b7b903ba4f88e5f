using Sems.Storage.Registry;

namespace Sems.Storage.Import;

/// <summary>The three files: how their rows are read and what they must agree with. The same for a preview and for an import of a directory.</summary>
internal sealed class ImportTables(IRegistryReader registry, CampusImportOptions options)
{
    private const double HighestRating = 1e6;

    public ImportFile<string, AmmeterGroupChange> Stations { get; } = new("stations.csv", ["ammeterGroup_number"]);

    public ImportFile<(string, string), AmmeterRecord> Ammeters { get; } = new("ammeters.csv", ["ammeterGroup_number", "ammeter_number"]);

    public ImportFile<string, StudentRow> Students { get; } = new("students.csv", ["student_number"]);

    /// <summary>Reads what the directory has.</summary>
    public void ReadFrom(string directory)
    {
        Stations.ReadFrom(directory, ParseStation, s => s.Group, "充电站号");
        Ammeters.ReadFrom(directory, ParseAmmeter, a => (a.Group, a.Ammeter), "电表号");
        Students.ReadFrom(directory, ParseStudent, s => s.Change.StudentNumber, "学号");
    }

    /// <summary>Reads one of them out of a text.</summary>
    public void Read(ImportTable table, TextReader text)
    {
        switch (table)
        {
            case ImportTable.Stations:
                Stations.Read(text, ParseStation, s => s.Group, "充电站号");
                break;
            case ImportTable.Ammeters:
                Ammeters.Read(text, ParseAmmeter, a => (a.Group, a.Ammeter), "电表号");
                break;
            case ImportTable.Students:
                Students.Read(text, ParseStudent, s => s.Change.StudentNumber, "学号");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(table), table, "no such table");
        }
    }

    /// <summary>The meters of the stations in the files, as stored.</summary>
    public async Task<Dictionary<(string Group, string Ammeter), AmmeterRecord>> StoredAmmetersAsync(CancellationToken cancel)
    {
        var stored = new Dictionary<(string, string), AmmeterRecord>();
        foreach (var group in Ammeters.Rows.Select(r => r.Row.Group).Distinct())
            foreach (var known in await registry.AmmetersAsync(group, cancel).ConfigureAwait(false))
                stored[(known.Group, known.Ammeter)] = known;
        return stored;
    }

    /// <summary>Skips meters of unknown stations; a meter without a name keeps its name, a new one is named by its number.</summary>
    public async Task<List<AmmeterRecord>> ResolveAmmetersAsync(IReadOnlyDictionary<(string Group, string Ammeter), AmmeterRecord> stored, CancellationToken cancel)
    {
        var groups = Stations.Rows.Select(s => s.Row.Group).ToHashSet();
        if (Ammeters.Rows.Count > 0)
        {
            groups.UnionWith((await registry.GroupsAsync(cancel).ConfigureAwait(false)).Select(g => g.Group));
            groups.UnionWith((await registry.FindRetiredGroupsAsync(cancel).ConfigureAwait(false)).Select(g => g.Group));
        }
        Ammeters.Keep((_, ammeter) => groups.Contains(ammeter.Group) ? null : $"充电站 {ammeter.Group} 不存在");
        return Ammeters.Rows.ConvertAll(r => r.Row.Name.Length > 0
            ? r.Row
            : r.Row with { Name = stored.GetValueOrDefault((r.Row.Group, r.Row.Ammeter))?.Name ?? r.Row.Ammeter });
    }

    /// <summary>Skips students whose card or name is another's; answers those that are stored already.</summary>
    public async Task<IReadOnlyDictionary<string, StudentRecord>> ResolveStudentsAsync(CancellationToken cancel)
    {
        var rows = Students.Rows.ConvertAll(r => r.Row.Change);
        var stored = await registry.FindStudentsAsync(rows.ConvertAll(r => r.StudentNumber), cancel).ConfigureAwait(false);
        var checks = new StudentChecks(
            await registry.FindCardOwnersAsync([.. rows.Select(r => r.CardNumber).OfType<string>().Distinct()], cancel).ConfigureAwait(false),
            await registry.FindUserNameOwnersAsync([.. rows.Select(r => r.UserName).OfType<string>().Distinct()], cancel).ConfigureAwait(false));
        Students.Keep((_, row) => checks.Check(row.Change, stored.GetValueOrDefault(row.Change.StudentNumber)));
        return stored;
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
}
