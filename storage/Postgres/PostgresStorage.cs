using Npgsql;
using Sems.Storage.Postgres.Curves;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres;

/// <summary>SEMS' storage in a PostgreSQL database. Nothing true is in the memory of this process alone.</summary>
public sealed class PostgresStorage : SqlDatabase
{
    private readonly NpgsqlDataSource _source;
    private readonly SoleUse? _alone;
    private readonly SampleWriter _samples;
    private bool _disposed;

    private PostgresStorage(
        PostgresStorageOptions options, NpgsqlDataSource source, SoleUse? alone, PostgresStore store, SampleWriter samples, FreshCounts fresh)
        : base(store, new PostgresCurves(store, samples), new CurveSealing(fresh), store.Activity, options.TimeProvider)
    {
        (_source, _alone, _samples, Store) = (source, alone, samples, store);
        Sealer = new CurveSealer(store, options);
        store.WaitingSamples = () => samples.Waiting;
        fresh.Enough = Sealer.Seal;
        Engine = new EngineMark(store);
    }

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
            var store = new PostgresStore(source, () => alone?.WhyNot, options.Faults);
            var fresh = new FreshCounts(options.SealAt);
            return new PostgresStorage(options, source, alone, store, new SampleWriter(store, options, fresh), fresh);
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
    public override Task ProbeAsync(CancellationToken cancel = default) =>
        Store.RunAsync($"UPDATE probe SET count = count + 1 WHERE id = {SqlDialect.Postgres.Slot}").WaitAsync(cancel);

    /// <summary>Refuses new work, waits for what was accepted, and closes the connections.</summary>
    public override async ValueTask DisposeAsync()
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
