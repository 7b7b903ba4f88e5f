using Npgsql;
using Sems.Storage.Postgres.Curves;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres;

/// <summary>
/// Reads the database that silos write. It makes and changes nothing: a database that is missing, or of another schema than this
/// program's, is an outage, and the next connection looks again.
/// </summary>
public sealed class PostgresStorageReader : SqlDatabaseReader
{
    private static readonly PostgresMigrator Schema = new(PostgresMigrator.Embedded(), TimeProvider.System);
    private readonly NpgsqlDataSource _source;
    private readonly PostgresStore _store;

    /// <summary>Opens nothing yet.</summary>
    public PostgresStorageReader(PostgresAddress address)
        : this(PostgresConnections.Open(address, async connection =>
        {
            if (await Schema.WhyNotCurrentAsync(connection).ConfigureAwait(false) is { } reason)
                throw new StorageUnavailableException($"{address}: {reason}");
        }))
    {
    }

    private PostgresStorageReader(NpgsqlDataSource source)
        : this(source, new PostgresStore(source, () => "this process only reads", faults: null))
    {
    }

    private PostgresStorageReader(NpgsqlDataSource source, PostgresStore store)
        : base(store, new PostgresCurveReader(store)) => (_source, _store) = (source, store);

    /// <inheritdoc/>
    public override Task ProbeAsync(CancellationToken cancel = default) =>
        _store.ReadAsync((ISqlSession session) => session.OneAsync("SELECT sum(count)::bigint FROM probe", row => row.Long(0)), cancel);

    /// <summary>The silo was started again: its database may have changed.</summary>
    public override void Renew() => _source.Clear();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _store.Gate.CloseAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }
}
