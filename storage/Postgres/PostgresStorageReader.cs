using Npgsql;
using Sems.Storage.Alarms;
using Sems.Storage.Audit;
using Sems.Storage.Curves;
using Sems.Storage.Decisions;
using Sems.Storage.Ledger;
using Sems.Storage.Outbox;
using Sems.Storage.Postgres.Curves;
using Sems.Storage.Registry;
using Sems.Storage.Settings;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres;

/// <summary>
/// Reads the database that silos write. It makes and changes nothing: a database that is missing, or of another schema than this
/// program's, is an outage, and the next connection looks again.
/// </summary>
public sealed class PostgresStorageReader : IDatabaseReader
{
    private static readonly PostgresMigrator Schema = new(PostgresMigrator.Embedded(), TimeProvider.System);
    private readonly NpgsqlDataSource _source;
    private readonly PostgresStore _store;

    /// <summary>Opens nothing yet.</summary>
    public PostgresStorageReader(PostgresAddress address)
    {
        _source = PostgresConnections.Open(address, async connection =>
        {
            if (await Schema.WhyNotCurrentAsync(connection).ConfigureAwait(false) is { } reason)
                throw new StorageUnavailableException($"{address}: {reason}");
        });
        _store = new PostgresStore(_source, () => "this process only reads", faults: null);
        Registry = new SqlRegistryReader(_store);
        Ledger = new SqlLedgerReader(_store);
        Curves = new PostgresCurveReader(_store);
        Settings = new SqlSettingsReader(_store);
        Audit = new SqlAuditReader(_store);
        Outbox = new SqlOutboxReader(_store);
        Alarms = new SqlAlarmsReader(_store);
        Decisions = new SqlDecisionsReader(_store);
    }

    /// <inheritdoc/>
    public IRegistryReader Registry { get; }

    /// <inheritdoc/>
    public ILedgerReader Ledger { get; }

    /// <inheritdoc/>
    public ICurveReader Curves { get; }

    /// <inheritdoc/>
    public ISettingsReader Settings { get; }

    /// <inheritdoc/>
    public IAuditReader Audit { get; }

    /// <inheritdoc/>
    public IOutboxReader Outbox { get; }

    /// <inheritdoc/>
    public IAlarmsReader Alarms { get; }

    /// <inheritdoc/>
    public IDecisionsReader Decisions { get; }

    /// <summary>Throws <see cref="StorageUnavailableException"/> unless the database can be read now.</summary>
    public Task ProbeAsync(CancellationToken cancel = default) =>
        _store.ReadAsync((ISqlSession session) => session.OneAsync("SELECT sum(count)::bigint FROM probe", row => row.Long(0)), cancel);

    /// <summary>The silo was started again: its database may have changed.</summary>
    public void Renew() => _source.Clear();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _store.Gate.CloseAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }
}
