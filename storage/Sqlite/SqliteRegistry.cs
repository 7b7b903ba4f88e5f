using Sems.Storage.Audit;
using Sems.Storage.Registry;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite;

/// <summary>Students, cards, stations, meters and administrators.</summary>
internal sealed class SqliteRegistry(SqliteWriter writer, SqliteReaders readers) : SqliteRegistryReader(readers), IRegistry
{
    public Task SaveStudentAsync(StudentRecord student) => writer.WriteAsync(database => RegistryWrites.Save(database, student));

    public Task AssignCardAsync(string cardNumber, string studentNumber) =>
        writer.WriteAsync(database => RegistryWrites.AssignCard(database, cardNumber, studentNumber));

    public Task SaveGroupAsync(AmmeterGroupRecord group) => writer.WriteAsync(database => RegistryWrites.Save(database, group));

    public Task SaveStationKeyAsync(string group, string? hash, DateTimeOffset? formerUntil, AuditAct? act = null) =>
        writer.WriteAsync(database => StationKeyRows.Save(database, group, hash, formerUntil, act));

    public Task SaveAmmeterAsync(AmmeterRecord ammeter) => writer.WriteAsync(database => RegistryWrites.Save(database, ammeter));

    public Task RemoveAmmeterAsync(string group, string ammeter) => writer.WriteAsync(database => database
        .Statement("DELETE FROM ammeters WHERE group_number = ? AND ammeter_number = ?").With(group).With(ammeter).Run());

    public Task SaveAdministratorAsync(string userName, string passwordHash) => writer.WriteAsync(database => database
        .Statement("""
            INSERT INTO administrators (username, password_hash) VALUES (?, ?)
            ON CONFLICT (username) DO UPDATE SET password_hash = excluded.password_hash
            """).With(userName).With(passwordHash).Run());

    public async Task ImportAsync(IReadOnlyList<StudentChange> students, IReadOnlyList<AmmeterGroupChange> groups,
        IReadOnlyList<AmmeterRecord> ammeters, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var done = 0;
        await ApplyAsync(groups, RegistryWrites.Apply).ConfigureAwait(false);
        await ApplyAsync(ammeters, RegistryWrites.Save).ConfigureAwait(false);
        await ApplyAsync(students, RegistryWrites.Apply).ConfigureAwait(false);

        async Task ApplyAsync<T>(IReadOnlyList<T> rows, Action<SqliteDatabase, T> apply)
        {
            const int perTransaction = 500; // a few ms: samples waiting meanwhile do not notice
            for (var from = 0; from < rows.Count; from += perTransaction)
            {
                cancel.ThrowIfCancellationRequested();
                var (first, end) = (from, Math.Min(from + perTransaction, rows.Count));
                await writer.WriteAsync(database =>
                {
                    for (var i = first; i < end; i++) apply(database, rows[i]);
                }).ConfigureAwait(false);
                done += end - first;
                progress?.Report(done);
            }
        }
    }
}
