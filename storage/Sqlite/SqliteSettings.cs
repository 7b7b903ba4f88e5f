using Sems.Storage.Settings;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite;

/// <summary>Settings made at run time.</summary>
internal sealed class SqliteSettings(SqliteWriter writer, SqliteReaders readers) : SqliteSettingsReader(readers), ISettingsStore
{
    public Task<SettingsOutcome> SaveAsync(SettingsChange change) => writer.WriteAsync(database => SettingsRows.Save(database, change));
}
