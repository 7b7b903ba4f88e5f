using Sems.Storage.Registry;

namespace Sems.Storage.Import;

/// <summary>Finds out what a file would do, and does it.</summary>
public sealed class ImportPlanner(IRegistryReader registry, CampusImportOptions options)
{
    private const string PasswordIsChecked = "密码在导入时核对，与现有密码相同则不变";
    private readonly ImportStudentHashes _hashes = new(options);

    /// <summary>Reads a file and compares it with what is stored. Nothing is stored; no password is hashed.</summary>
    /// <exception cref="CampusImportException">It is no file of this kind; the message says why, in Chinese.</exception>
    public async Task<ImportPlan> PlanAsync(ImportTable table, string csv, CancellationToken cancel = default)
    {
        var tables = new ImportTables(registry, options);
        using (var text = new StringReader(csv.TrimStart('\uFEFF'))) tables.Read(table, text);
        return table switch
        {
            ImportTable.Students => await StudentsAsync(tables, cancel).ConfigureAwait(false),
            ImportTable.Stations => await StationsAsync(tables, cancel).ConfigureAwait(false),
            ImportTable.Ammeters => await AmmetersAsync(tables, cancel).ConfigureAwait(false),
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, "no such table"),
        };
    }

    /// <summary>Stores rows of a plan, in its order; those already stored change nothing.</summary>
    /// <exception cref="UserNameTakenException">A user name was taken meanwhile.</exception>
    /// <exception cref="StorageUnavailableException">Some may not be stored; the same again is safe.</exception>
    public async Task StoreAsync(IRegistry into, IReadOnlyList<PlannedRow> rows, CancellationToken cancel = default)
    {
        var students = rows.Select(r => r.Load).OfType<StudentRow>().ToList();
        var stored = rows.Select(r => r.Before).OfType<StudentRecord>().ToDictionary(s => s.StudentNumber);
        var changes = await _hashes.HashAsync(students, stored, null, cancel).ConfigureAwait(false);
        await into.ImportAsync(
            changes, [.. rows.Select(r => r.Load).OfType<AmmeterGroupChange>()], [.. rows.Select(r => r.Load).OfType<AmmeterRecord>()], null, cancel).ConfigureAwait(false);
    }

    private static async Task<ImportPlan> StudentsAsync(ImportTables tables, CancellationToken cancel)
    {
        var stored = await tables.ResolveStudentsAsync(cancel).ConfigureAwait(false);
        var file = tables.Students;
        return new ImportPlan(ImportTable.Students, file.Header, [.. file.Rows.Select(r => Of(r.Line, r.Row)), .. Bad(file)]);

        PlannedRow Of(int line, StudentRow row)
        {
            var before = stored.GetValueOrDefault(row.Change.StudentNumber);
            var after = (row.Password is null ? row.Change : row.Change with { PasswordHash = "" }).Over(before);
            var note = row.Password is not null && before?.PasswordHash is not null ? PasswordIsChecked : null;
            return Row(line, row.Change.StudentNumber, before, RegistryFields.Changes(before, after), note, file.Raw(line), row);
        }
    }

    private async Task<ImportPlan> StationsAsync(ImportTables tables, CancellationToken cancel)
    {
        var file = tables.Stations;
        var stored = (await registry.GroupsAsync(cancel).ConfigureAwait(false)).Concat(await registry.FindRetiredGroupsAsync(cancel).ConfigureAwait(false))
            .ToDictionary(g => g.Group);
        return new ImportPlan(ImportTable.Stations, file.Header, [.. file.Rows.Select(r => Of(r.Line, r.Row)), .. Bad(file)]);

        PlannedRow Of(int line, AmmeterGroupChange row)
        {
            var before = stored.GetValueOrDefault(row.Group);
            return Row(line, row.Group, before, RegistryFields.Changes(before, row.Over(before)), before?.RetiredAt is null ? null : "充电站已停用", file.Raw(line), row);
        }
    }

    private static async Task<ImportPlan> AmmetersAsync(ImportTables tables, CancellationToken cancel)
    {
        var stored = await tables.StoredAmmetersAsync(cancel).ConfigureAwait(false);
        var rows = await tables.ResolveAmmetersAsync(stored, cancel).ConfigureAwait(false);
        var file = tables.Ammeters;
        return new ImportPlan(ImportTable.Ammeters, file.Header, [.. file.Rows.Zip(rows, (r, row) => Of(r.Line, row)), .. Bad(file)]);

        PlannedRow Of(int line, AmmeterRecord row)
        {
            var before = stored.GetValueOrDefault((row.Group, row.Ammeter));
            return Row(line, $"{row.Group}/{row.Ammeter}", before, RegistryFields.Changes(before, row), null, file.Raw(line), row);
        }
    }

    private static PlannedRow Row(
        int line, string key, object? before, IReadOnlyList<FieldChange> changes, string? note, IReadOnlyList<string> cells, object load) =>
        new(line, key, before is null ? RowFate.New : changes.Count > 0 ? RowFate.Changed : RowFate.Unchanged, changes, note, cells) { Before = before, Load = load };

    private static IEnumerable<PlannedRow> Bad<TKey, T>(ImportFile<TKey, T> file) where TKey : notnull =>
        file.Bad.Select(b => new PlannedRow(b.Line, file.Raw(b.Line).Count > 0 ? file.Raw(b.Line)[0] : "", RowFate.Bad, [], b.Reason, file.Raw(b.Line)));
}
