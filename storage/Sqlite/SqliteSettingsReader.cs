using Sems.Storage.Settings;

namespace Sems.Storage.Sqlite;

/// <summary>Settings made at run time, to be read.</summary>
internal class SqliteSettingsReader(SqliteReaders readers) : ISettingsReader
{
    public Task<IReadOnlyList<StoredSettings>> ReadAllAsync(CancellationToken cancel = default) => readers.ReadAsync(0, SettingsRows.All, cancel);

    public Task<long> ReadRevisionAsync(CancellationToken cancel = default) => readers.ReadAsync(0, SettingsRows.Revision, cancel);
}
