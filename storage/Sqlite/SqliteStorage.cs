using Sems.Storage.Curves;
using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Outside;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite;

/// <summary>
/// SEMS' storage in one SQLite file, written by one process at a time (a lock file beside it sees to that): fresh samples
/// live in this process's memory and the journal until they are sealed. Other processes read by <see cref="SqliteStorageReader"/>.
/// </summary>
public sealed class SqliteStorage : SqlDatabase
{
    private readonly FileStream _lock;
    private readonly SqliteReaders _readers;

    private SqliteStorage(
        SqliteStorageOptions options, FileStream @lock, OpenCurves curves, SampleJournal journal, SqliteWriter writer, SqliteReaders readers)
        : base(
            new SqliteStore(readers, writer), new SqliteCurves(writer, readers, curves, journal), new SqliteChargeSamples(journal), writer.Activity,
            options.TimeProvider)
    {
        (_lock, _readers, Path) = (@lock, readers, options.Path);
        (Tails, Journal, Writer) = (curves, journal, writer);
        Packer = new CurvePacker(writer, readers, options);
        journal.PackingRequested = Packer.Wake;
    }

    internal string Path { get; }

    internal SqliteWriter Writer { get; }

    internal OpenCurves Tails { get; }

    internal SampleJournal Journal { get; }

    internal CurvePacker Packer { get; }

    /// <summary>The file beside a database that whoever writes to it holds open, alone.</summary>
    public static string LockOf(string database) => database + ".lock";

    /// <summary>Opens the database, brings its schema up to date and reads back the fresh samples of open charges.</summary>
    /// <exception cref="StorageUnavailableException">The file cannot be opened, or another process uses it.</exception>
    /// <exception cref="MigrationException">The schema is newer than this program, or could not be brought up to date.</exception>
    public static Task<SqliteStorage> OpenAsync(SqliteStorageOptions options, CancellationToken cancel = default) =>
        Task.Run(() => Open(options), cancel);

    /// <inheritdoc/>
    public override Task ProbeAsync(CancellationToken cancel = default) => Writer
        .WriteAsync(database => database.Statement("UPDATE probe SET count = count + 1 WHERE id = 1").Run()).WaitAsync(cancel);

    /// <summary>Completes when the curves that wait to be packed are (it goes on by itself anyway; this is for measuring).</summary>
    /// <exception cref="StorageUnavailableException">The database could not be read or written.</exception>
    public Task PackCurvesAsync() => Packer.PackedAsync();

    /// <summary>What sealed curves take coded, and what all pages in use of the database take, in bytes.</summary>
    public Task<(long Code, long Pages)> UsedBytesAsync() => _readers.ReadAsync(0, UsedBytes, CancellationToken.None);

    /// <summary>Refuses new work, makes what was accepted durable, and closes the files.</summary>
    public override async ValueTask DisposeAsync()
    {
        Packer.Stop();
        _readers.Dispose();
        await Writer.DisposeAsync().ConfigureAwait(false);
        await Packer.DisposeAsync().ConfigureAwait(false);
        await _lock.DisposeAsync().ConfigureAwait(false);
    }

    private static (long Code, long Pages) UsedBytes(SqliteDatabase database, int unused)
    {
        using var code = database.Statement("SELECT coalesce(sum(length(samples)), 0) FROM curve_chunks");
        using var pages = database.Statement("""
            SELECT (p.page_count - f.freelist_count) * s.page_size FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s
            """);
        return code.Step() && pages.Step() ? (code.Long(0), pages.Long(0)) : default;
    }

    private static SqliteStorage Open(SqliteStorageOptions options)
    {
        options = options with { Path = System.IO.Path.GetFullPath(options.Path) };
        FileStream? fileLock = null;
        SqliteDatabase? database = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(options.Path)!);
            fileLock = new FileStream(LockOf(options.Path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            database = options.OpenWriter();
            new Migrator(Migrator.Embedded(), options.TimeProvider).Migrate(database);
            var curves = new OpenCurves();
            var journal = new SampleJournal(curves, options);
            journal.Load(database);
            return new SqliteStorage(
                options, fileLock, curves, journal, new SqliteWriter(options, database, journal), new SqliteReaders(options.Readers, options.OpenReader));
        }
        catch (Exception e)
        {
            database?.Dispose();
            fileLock?.Dispose();
            if (e is SqliteFault or IOException or UnauthorizedAccessException)
                throw new StorageUnavailableException($"The database {options.Path} is in use by another SEMS, or cannot be opened: {e.Message}", e);
            throw;
        }
    }
}
