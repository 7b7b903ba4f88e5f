using Sems.Storage.Sql;

namespace Sems.Storage.Settings;

/// <summary>Settings made at run time.</summary>
internal sealed class SqlSettings(ISqlStore store) : SqlSettingsReader(store), ISettingsStore
{
    private readonly ISqlStore _store = store;

    public Task<SettingsOutcome> SaveAsync(SettingsChange change) => _store.WriteAsync(session => SettingsRows.SaveAsync(session, change));
}
