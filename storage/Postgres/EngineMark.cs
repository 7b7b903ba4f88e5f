using Sems.Storage.Sql;

namespace Sems.Storage.Postgres;

/// <summary>Remembers in the database which engine its grain states are of.</summary>
public sealed class EngineMark
{
    private readonly ISqlStore _store;

    internal EngineMark(ISqlStore store) => _store = store;

    /// <summary>The engine, or null when none has used the database yet.</summary>
    /// <exception cref="StorageUnavailableException">The database could not be read.</exception>
    public Task<string?> ReadAsync(CancellationToken cancel = default) =>
        _store.ReadAsync(session => session.OneAsync("SELECT engine FROM instance WHERE id = 1", row => row.TextOrNull(0)), cancel);

    /// <summary>They are this engine's from now on.</summary>
    /// <exception cref="StorageUnavailableException">It was not stored.</exception>
    public Task WriteAsync(string engine) => _store.RunAsync("UPDATE instance SET engine = $1 WHERE id = 1", engine);

    /// <summary>How many grain states there are.</summary>
    /// <exception cref="StorageUnavailableException">The database could not be read.</exception>
    public Task<long> StatesAsync(CancellationToken cancel = default) => _store.ReadAsync(
        session => session.OneAsync("SELECT count(*) FROM grain_states WHERE payload IS NOT NULL", row => row.Long(0)), cancel);
}
