using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Settings;

/// <summary>Rows of settings.</summary>
internal static class SettingsRows
{
    public static async ValueTask<IReadOnlyList<StoredSettings>> AllAsync(ISqlSession session) => await session.ListAsync(
        "SELECT scope, version, settings_json, changed_by, changed_at_ms FROM settings ORDER BY scope",
        row => new StoredSettings(row.Text(0), row.Long(1), row.Text(2), row.Text(3), row.Time(4))).ConfigureAwait(false);

    public static ValueTask<long> RevisionAsync(ISqlSession session) =>
        session.OneAsync("SELECT CAST(coalesce(sum(version), 0) AS BIGINT) FROM settings", row => row.Long(0));

    /// <summary>The change and its row of the audit log, or neither.</summary>
    public static async ValueTask<SettingsOutcome> SaveAsync(ISqlSession session, SettingsChange change)
    {
        await session.LockAsync("settings " + change.Scope).ConfigureAwait(false);
        var (version, before) = await session.OneAsync("SELECT version, settings_json FROM settings WHERE scope = $1",
            row => (Version: row.Long(0), Json: (string?)row.Text(1)), change.Scope).ConfigureAwait(false);
        if ((before ?? "{}") == change.Json) return SettingsOutcome.Unchanged;
        if (version != change.ExpectedVersion) return SettingsOutcome.OldVersion;
        await session.RunAsync("""
            INSERT INTO settings (scope, version, settings_json, changed_by, changed_at_ms) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (scope) DO UPDATE SET version = excluded.version, settings_json = excluded.settings_json,
            changed_by = excluded.changed_by, changed_at_ms = excluded.changed_at_ms
            """, change.Scope, version + 1, change.Json, change.Act.Who, change.Act.At.ToUnixTimeMilliseconds()).ConfigureAwait(false);
        await AuditRows.AddAsync(session, change.Act, change.Scope, before, change.Json).ConfigureAwait(false);
        return SettingsOutcome.Changed;
    }
}
