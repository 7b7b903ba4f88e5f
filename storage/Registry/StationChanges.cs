using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>Changes of stations and meters, each with its row of the audit log.</summary>
internal static class StationChanges
{
    /// <summary>Stations and meters change one after the other.</summary>
    private const string Places = "registry places";

    public static async ValueTask<RegistryWrite<AmmeterGroupRecord>> CreateAsync(ISqlSession session, AmmeterGroupRecord group, AuditAct act)
    {
        await session.LockAsync(Places).ConfigureAwait(false);
        if (await RegistryQueries.GroupAsync(session, group.Group).ConfigureAwait(false) is { } before)
            return new RegistryWrite<AmmeterGroupRecord>(RegistryOutcome.Exists, before);
        await RegistryWrites.SaveAsync(session, group).ConfigureAwait(false);
        await AddAsync(session, act, AuditWords.Station(group.Group), false, true, RegistryFields.Changes(null, group)).ConfigureAwait(false);
        return new RegistryWrite<AmmeterGroupRecord>(RegistryOutcome.Changed, group);
    }

    /// <summary>Its key is not changed here. It is retired only while nothing charges there.</summary>
    public static async ValueTask<RegistryWrite<AmmeterGroupRecord>> ChangeAsync(
        ISqlSession session, string group, Func<AmmeterGroupRecord, AmmeterGroupRecord> change, AuditAct act)
    {
        await session.LockAsync(Places).ConfigureAwait(false);
        if (await RegistryQueries.GroupAsync(session, group).ConfigureAwait(false) is not { } before)
            return new RegistryWrite<AmmeterGroupRecord>(RegistryOutcome.Unknown);
        var after = change(before);
        if (after == before) return new RegistryWrite<AmmeterGroupRecord>(RegistryOutcome.Unchanged, after, before);
        if (after.RetiredAt is not null && before.RetiredAt is null && await ChargesAsync(session, group, null).ConfigureAwait(false))
            return new RegistryWrite<AmmeterGroupRecord>(RegistryOutcome.InUse, before, before);
        await session.RunAsync("UPDATE ammeter_groups SET name = $1, latitude = $2, longitude = $3, retired_at_ms = $4 WHERE group_number = $5",
            after.Name, after.Latitude, after.Longitude, after.RetiredAt?.ToUnixTimeMilliseconds(), group).ConfigureAwait(false);
        await AddAsync(session, act, AuditWords.Station(group), true, true, RegistryFields.Changes(before, after)).ConfigureAwait(false);
        return new RegistryWrite<AmmeterGroupRecord>(RegistryOutcome.Changed, after, before);
    }

    public static async ValueTask<RegistryOutcome> AddAsync(ISqlSession session, AmmeterRecord ammeter, AuditAct act)
    {
        await session.LockAsync(Places).ConfigureAwait(false);
        if (await FindAsync(session, ammeter.Group, ammeter.Ammeter).ConfigureAwait(false) is not null) return RegistryOutcome.Exists;
        await RegistryWrites.SaveAsync(session, ammeter).ConfigureAwait(false);
        await TellAsync(session, null, ammeter, act).ConfigureAwait(false);
        return RegistryOutcome.Changed;
    }

    public static async ValueTask<RegistryOutcome> RenameAsync(ISqlSession session, AmmeterRecord ammeter, AuditAct act)
    {
        await session.LockAsync(Places).ConfigureAwait(false);
        if (await FindAsync(session, ammeter.Group, ammeter.Ammeter).ConfigureAwait(false) is not { } before) return RegistryOutcome.Unknown;
        if (before == ammeter) return RegistryOutcome.Unchanged;
        await RegistryWrites.SaveAsync(session, ammeter).ConfigureAwait(false);
        await TellAsync(session, before, ammeter, act).ConfigureAwait(false);
        return RegistryOutcome.Changed;
    }

    public static async ValueTask<RegistryOutcome> RemoveAsync(ISqlSession session, string group, string ammeter, AuditAct act)
    {
        await session.LockAsync(Places).ConfigureAwait(false);
        if (await FindAsync(session, group, ammeter).ConfigureAwait(false) is not { } before) return RegistryOutcome.Unknown;
        if (await ChargesAsync(session, group, ammeter).ConfigureAwait(false)) return RegistryOutcome.InUse;
        await session.RunAsync("DELETE FROM ammeters WHERE group_number = $1 AND ammeter_number = $2", group, ammeter).ConfigureAwait(false);
        await TellAsync(session, before, null, act).ConfigureAwait(false);
        return RegistryOutcome.Changed;
    }

    private static ValueTask<AmmeterRecord?> FindAsync(ISqlSession session, string group, string ammeter) => session.OneAsync(
        "SELECT name FROM ammeters WHERE group_number = $1 AND ammeter_number = $2", row => new AmmeterRecord(group, ammeter, row.Text(0)), group, ammeter);

    private static async ValueTask<bool> ChargesAsync(ISqlSession session, string group, string? ammeter)
    {
        var open = new SqlText($"SELECT count(*) FROM charges{session.Dialect.Index("charges_open")} WHERE status < 4")
            .AndIf("group_number =", group).AndIf("ammeter_number =", ammeter);
        return await session.OneAsync(open.Sql, row => row.Long(0), open.Values).ConfigureAwait(false) > 0;
    }

    private static ValueTask TellAsync(ISqlSession session, AmmeterRecord? before, AmmeterRecord? after, AuditAct act)
    {
        var any = (after ?? before)!;
        return AddAsync(session, act, $"ammeter/{any.Group}/{any.Ammeter}", before is not null, after is not null, RegistryFields.Changes(before, after));
    }

    private static ValueTask AddAsync(ISqlSession session, AuditAct act, string subject, bool existed, bool exists, IReadOnlyList<FieldChange> changes) =>
        AuditRows.AddAsync(session, act, subject, RegistryFields.Json(existed, changes, c => c.Before), RegistryFields.Json(exists, changes, c => c.After));
}
