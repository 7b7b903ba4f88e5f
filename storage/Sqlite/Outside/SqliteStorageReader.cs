using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Outside;

/// <summary>
/// Reads the database that another process writes. It makes and changes nothing: a database that is missing, or of another schema
/// than this program's, is an outage, and the next read looks again.
/// </summary>
public sealed class SqliteStorageReader : SqlDatabaseReader
{
    private static readonly Migrator Schema = new(Migrator.Embedded(), TimeProvider.System);
    private readonly SqliteReaders _readers;

    /// <summary>Opens nothing yet.</summary>
    public SqliteStorageReader(SqliteStorageOptions options)
        : this(new SqliteReaders(options.Readers, () => Open(Path.GetFullPath(options.Path), options.BusyTimeout)))
    {
    }

    private SqliteStorageReader(SqliteReaders readers)
        : base(new SqliteStore(readers, writer: null), new SqliteCurveReader(readers)) => _readers = readers;

    /// <inheritdoc/>
    public override Task ProbeAsync(CancellationToken cancel = default) => _readers.ReadAsync(0, Probe, cancel);

    /// <summary>The writer was started again: its file may be another one than before.</summary>
    public override void Renew() => _readers.Renew();

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _readers.Dispose();
        return ValueTask.CompletedTask;
    }

    private static long Probe(SqliteDatabase database, int unused)
    {
        using var row = database.Statement("SELECT count FROM probe WHERE id = 1");
        return row.Step() ? row.Long(0) : 0;
    }

    private static SqliteDatabase Open(string path, TimeSpan busyTimeout)
    {
        if (!File.Exists(path)) throw new StorageUnavailableException($"there is no database {path}: the silo has yet to make it");
        var database = SqliteDatabase.OpenReader(path, busyTimeout);
        try
        {
            return Schema.WhyNotCurrent(database) is { } reason ? throw new StorageUnavailableException($"{path}: {reason}") : database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
