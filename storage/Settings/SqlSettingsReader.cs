using Sems.Storage.Sql;

namespace Sems.Storage.Settings;

/// <summary>Settings made at run time, to be read.</summary>
internal class SqlSettingsReader(ISqlStore store) : ISettingsReader
{
    public Task<IReadOnlyList<StoredSettings>> ReadAllAsync(CancellationToken cancel = default) => store.ReadAsync(SettingsRows.AllAsync, cancel);

    public Task<long> ReadRevisionAsync(CancellationToken cancel = default) => store.ReadAsync(SettingsRows.RevisionAsync, cancel);
}
