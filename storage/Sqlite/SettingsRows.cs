using Sems.Storage.Settings;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>Rows of settings.</summary>
internal static class SettingsRows
{
    public static IReadOnlyList<StoredSettings> All(SqliteDatabase database, int unused)
    {
        var all = new List<StoredSettings>();
        using var rows = database.Statement("SELECT scope, version, settings_json, changed_by, changed_at_ms FROM settings ORDER BY scope");
        while (rows.Step())
            all.Add(new StoredSettings(rows.Text(0), rows.Long(1), rows.Text(2), rows.Text(3), DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(4))));
        return all;
    }

    public static long Revision(SqliteDatabase database, int unused)
    {
        using var row = database.Statement("SELECT coalesce(sum(version), 0) FROM settings");
        row.Step();
        return row.Long(0);
    }

    /// <summary>The change and its row of the audit log, or neither.</summary>
    public static SettingsOutcome Save(SqliteDatabase database, SettingsChange change)
    {
        var (version, before) = Present(database, change.Scope);
        if ((before ?? "{}") == change.Json) return SettingsOutcome.Unchanged;
        if (version != change.ExpectedVersion) return SettingsOutcome.OldVersion;
        database.Statement("""
            INSERT INTO settings (scope, version, settings_json, changed_by, changed_at_ms) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (scope) DO UPDATE SET version = excluded.version, settings_json = excluded.settings_json,
            changed_by = excluded.changed_by, changed_at_ms = excluded.changed_at_ms
            """)
            .With(change.Scope).With(version + 1).With(change.Json).With(change.Act.Who).With(change.Act.At.ToUnixTimeMilliseconds()).Run();
        AuditRows.Add(database, change.Act, change.Scope, before, change.Json);
        return SettingsOutcome.Changed;
    }

    private static (long Version, string? Json) Present(SqliteDatabase database, string scope)
    {
        using var row = database.Statement("SELECT version, settings_json FROM settings WHERE scope = ?").With(scope);
        return row.Step() ? (row.Long(0), row.Text(1)) : (0, null);
    }
}
