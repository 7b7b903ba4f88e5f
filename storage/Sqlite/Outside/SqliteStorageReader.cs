using Sems.Storage.Alarms;
using Sems.Storage.Audit;
using Sems.Storage.Curves;
using Sems.Storage.Decisions;
using Sems.Storage.Ledger;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;
using Sems.Storage.Settings;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Outside;

/// <summary>
/// Reads the database that another process writes. It makes and changes nothing: a database that is missing, or of another schema
/// than this program's, is an outage, and the next read looks again.
/// </summary>
public sealed class SqliteStorageReader : IDatabaseReader
{
    private static readonly Migrator Schema = new(Migrator.Embedded(), TimeProvider.System);
    private readonly SqliteStorageOptions _options;
    private readonly SqliteReaders _readers;

    /// <summary>Opens nothing yet.</summary>
    public SqliteStorageReader(SqliteStorageOptions options)
    {
        _options = options with { Path = Path.GetFullPath(options.Path) };
        _readers = new SqliteReaders(options.Readers, Open);
        var store = new SqliteStore(_readers, writer: null);
        Registry = new SqlRegistryReader(store);
        Ledger = new SqlLedgerReader(store);
        Settings = new SqlSettingsReader(store);
        Audit = new SqlAuditReader(store);
        Curves = new SqliteCurveReader(_readers);
        Outbox = new SqlOutboxReader(store);
        Alarms = new SqlAlarmsReader(store);
        Decisions = new SqlDecisionsReader(store);
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
    public Task ProbeAsync(CancellationToken cancel = default) => _readers.ReadAsync(0, Probe, cancel);

    /// <summary>The writer was started again: its file may be another one than before.</summary>
    public void Renew() => _readers.Renew();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _readers.Dispose();
        return ValueTask.CompletedTask;
    }

    private static long Probe(SqliteDatabase database, int unused)
    {
        using var row = database.Statement("SELECT count FROM probe WHERE id = 1");
        return row.Step() ? row.Long(0) : 0;
    }

    private SqliteDatabase Open()
    {
        if (!File.Exists(_options.Path)) throw new StorageUnavailableException($"there is no database {_options.Path}: the silo has yet to make it");
        var database = SqliteDatabase.OpenReader(_options.Path, _options.BusyTimeout);
        try
        {
            return Schema.WhyNotCurrent(database) is { } reason ? throw new StorageUnavailableException($"{_options.Path}: {reason}") : database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
