using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>Students, cards, stations and meters.</summary>
internal sealed class SqlRegistry(ISqlStore store) : SqlRegistryReader(store), IRegistry
{
    private readonly ISqlStore _store = store;

    public Task SaveStudentAsync(StudentRecord student) => _store.WriteAsync(session => RegistryWrites.SaveAsync(session, student));

    public Task<RegistryWrite<StudentRecord>> CreateStudentAsync(StudentRecord student, AuditAct act) =>
        _store.WriteAsync(session => StudentChanges.CreateAsync(session, student, act));

    public Task<RegistryWrite<StudentRecord>> ChangeStudentAsync(
        string studentNumber, Func<StudentRecord, StudentRecord> change, bool takeCard = false, AuditAct? act = null) =>
        _store.WriteAsync(session => StudentChanges.ChangeAsync(session, studentNumber, change, takeCard, act));

    public Task<RegistryWrite<AmmeterGroupRecord>> CreateGroupAsync(AmmeterGroupRecord group, AuditAct act) =>
        _store.WriteAsync(session => StationChanges.CreateAsync(session, group, act));

    public Task<RegistryWrite<AmmeterGroupRecord>> ChangeGroupAsync(string group, Func<AmmeterGroupRecord, AmmeterGroupRecord> change, AuditAct act) =>
        _store.WriteAsync(session => StationChanges.ChangeAsync(session, group, change, act));

    public Task<RegistryOutcome> AddAmmeterAsync(AmmeterRecord ammeter, AuditAct act) =>
        _store.WriteAsync(session => StationChanges.AddAsync(session, ammeter, act));

    public Task<RegistryOutcome> RenameAmmeterAsync(AmmeterRecord ammeter, AuditAct act) =>
        _store.WriteAsync(session => StationChanges.RenameAsync(session, ammeter, act));

    public Task<RegistryOutcome> RemoveAmmeterAsync(string group, string ammeter, AuditAct act) =>
        _store.WriteAsync(session => StationChanges.RemoveAsync(session, group, ammeter, act));

    public Task AssignCardAsync(string cardNumber, string studentNumber) =>
        _store.WriteAsync(session => RegistryWrites.AssignCardAsync(session, cardNumber, studentNumber));

    public Task SaveGroupAsync(AmmeterGroupRecord group) => _store.WriteAsync(session => RegistryWrites.SaveAsync(session, group));

    public Task SaveStationKeyAsync(string group, string? hash, DateTimeOffset? formerUntil, AuditAct? act = null) =>
        _store.WriteAsync(session => StationKeyRows.SaveAsync(session, group, hash, formerUntil, act));

    public Task SaveAmmeterAsync(AmmeterRecord ammeter) => _store.WriteAsync(session => RegistryWrites.SaveAsync(session, ammeter));

    public Task RemoveAmmeterAsync(string group, string ammeter) =>
        _store.RunAsync("DELETE FROM ammeters WHERE group_number = $1 AND ammeter_number = $2", group, ammeter);

    public async Task ImportAsync(IReadOnlyList<StudentChange> students, IReadOnlyList<AmmeterGroupChange> groups,
        IReadOnlyList<AmmeterRecord> ammeters, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var done = 0;
        await ApplyAsync(groups, RegistryWrites.ApplyAsync).ConfigureAwait(false);
        await ApplyAsync(ammeters, RegistryWrites.SaveAsync).ConfigureAwait(false);
        await ApplyAsync(students, RegistryWrites.ApplyAsync).ConfigureAwait(false);

        async Task ApplyAsync<T>(IReadOnlyList<T> rows, Func<ISqlSession, T, ValueTask> apply)
        {
            const int perTransaction = 500; // a few ms on SQLite: samples waiting meanwhile do not notice
            for (var from = 0; from < rows.Count; from += perTransaction)
            {
                cancel.ThrowIfCancellationRequested();
                var (first, end) = (from, Math.Min(from + perTransaction, rows.Count));
                await _store.WriteAsync(async session =>
                {
                    for (var i = first; i < end; i++) await apply(session, rows[i]).ConfigureAwait(false);
                }).ConfigureAwait(false);
                done += end - first;
                progress?.Report(done);
            }
        }
    }
}
