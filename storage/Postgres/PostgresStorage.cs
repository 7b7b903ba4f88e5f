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
using Sems.Storage.States;

namespace Sems.Storage.Postgres;

/// <summary>SEMS' storage in a PostgreSQL database. Nothing true is in the memory of this process alone.</summary>
public sealed class PostgresStorage : IDatabase
{
    private readonly NpgsqlDataSource _source;
    private readonly SoleUse? _alone;
    private readonly SampleWriter _samples;
    private bool _disposed;

    private PostgresStorage(PostgresStorageOptions options, NpgsqlDataSource source, SoleUse? alone)
    {
        (_source, _alone) = (source, alone);
        var fresh = new FreshCounts(options.SealAt);
        Store = new PostgresStore(source, () => alone?.WhyNot, options.Faults);
        _samples = new SampleWriter(Store, options, fresh);
        Sealer = new CurveSealer(Store, options);
        fresh.Enough = Sealer.Seal;
        Registry = new SqlRegistry(Store);
        Ledger = new SqlLedger(Store, new CurveSealing(fresh));
        Curves = new PostgresCurves(Store, _samples);
        Settings = new SqlSettings(Store);
        Audit = new SqlAudit(Store);
        Outbox = new SqlOutbox(Store);
        Alarms = new SqlAlarms(Store);
        Decisions = new SqlDecisions(Store);
        States = new SqlGrainStates(Store, options.TimeProvider);
        Engine = new EngineMark(Store);
    }

    /// <inheritdoc/>
    public IRegistry Registry { get; }

    /// <inheritdoc/>
    public ILedger Ledger { get; }

    /// <inheritdoc/>
    public ICurveStore Curves { get; }

    /// <inheritdoc/>
    public ISettingsStore Settings { get; }

    /// <inheritdoc/>
    public IAudit Audit { get; }

    /// <inheritdoc/>
    public IOutbox Outbox { get; }

    /// <inheritdoc/>
    public IAlarms Alarms { get; }

    /// <inheritdoc/>
    public IDecisions Decisions { get; }

    /// <inheritdoc/>
    public IGrainStateStore States { get; }

    /// <summary>Which engine the grain states are of.</summary>
    public EngineMark Engine { get; }

    /// <summary>Null when this process may write now, as far as it knows; else why not.</summary>
    public string? WhyNoWrites => _alone?.WhyNot;

    internal PostgresStore Store { get; }

    internal CurveSealer Sealer { get; }

    /// <summary>Opens the database and brings its schema up to date.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be reached, or another process has it.</exception>
    /// <exception cref="MigrationException">The schema is newer than this program, or could not be brought up to date.</exception>
    public static async Task<PostgresStorage> OpenAsync(PostgresStorageOptions options, CancellationToken cancel = default)
    {
        SoleUse? alone = null;
        NpgsqlDataSource? source = null;
        try
        {
            if (options.Alone) alone = await SoleUse.TakeAsync(options.Address, cancel).ConfigureAwait(false);
            source = PostgresConnections.Open(options.Address);
            await using (var connection = await source.OpenConnectionAsync(cancel).ConfigureAwait(false))
            {
                await new PostgresMigrator(PostgresMigrator.Embedded(), options.TimeProvider).MigrateAsync(connection).ConfigureAwait(false);
                await connection.ReloadTypesAsync(cancel).ConfigureAwait(false);
            }

            if (alone is not null) await alone.BeginAsync(cancel).ConfigureAwait(false);
            return new PostgresStorage(options, source, alone);
        }
        catch (Exception fault)
        {
            if (source is not null) await source.DisposeAsync().ConfigureAwait(false);
            if (alone is not null) await alone.DisposeAsync().ConfigureAwait(false);
            if (PostgresFault.IsOutage(fault)) throw new StorageUnavailableException($"{options.Address} cannot be opened: {fault.Message}", fault);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task ProbeAsync(CancellationToken cancel = default) =>
        Store.RunAsync($"UPDATE probe SET count = count + 1 WHERE id = {SqlDialect.Postgres.Slot}").WaitAsync(cancel);

    /// <summary>Refuses new work, waits for what was accepted, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        await _samples.CloseAsync().ConfigureAwait(false);
        await Sealer.DisposeAsync().ConfigureAwait(false);
        await Store.Gate.CloseAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
        if (_alone is not null) await _alone.DisposeAsync().ConfigureAwait(false);
    }
}
