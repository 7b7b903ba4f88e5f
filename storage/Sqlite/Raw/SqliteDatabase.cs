using System.Globalization;
using SQLitePCL;

namespace Sems.Storage.Sqlite.Raw;

/// <summary>
/// One connection with its cache of prepared statements; used by one thread at a time. It speaks to SQLite directly:
/// ADO.NET's own retry loop would sleep on the writer's thread and hide which step met a busy database.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int CopyPages = 2_000;

    private readonly sqlite3 _handle;
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(sqlite3 handle) => _handle = handle;

    /// <summary>Called with the statement's text before each step, where a proof lets storage fail.</summary>
    public Action<SqliteDatabase, string>? BeforeStep { get; set; }

    /// <summary>Whether a transaction is open (SQLite closes it itself on some faults).</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>The writer's connection: creates the file, WAL, every commit durable.</summary>
    public static SqliteDatabase OpenWriter(string path, TimeSpan busyTimeout, int checkpointPages)
    {
        var database = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, busyTimeout);
        try
        {
            database.Execute("""
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 67108864;
                """);
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {checkpointPages};"));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A connection that cannot change anything.</summary>
    public static SqliteDatabase OpenReader(string path, TimeSpan busyTimeout)
    {
        var database = Open(path, raw.SQLITE_OPEN_READONLY, busyTimeout);
        try
        {
            database.Execute("PRAGMA cache_size = -4000;");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A new file, to copy into: a copy that is cut off is thrown away, so nothing of it is safe before it is whole.</summary>
    public static SqliteDatabase OpenCopy(string path)
    {
        var database = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, TimeSpan.Zero);
        database.Execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;");
        return database;
    }

    /// <summary>
    /// Copies every page into another database (SQLite's online backup). With a read transaction open it copies that snapshot, however
    /// long it takes and whatever is written meanwhile.
    /// </summary>
    /// <param name="copy">An empty database.</param>
    /// <param name="progress">Told pages done and pages in all.</param>
    /// <param name="cancel">Stops in between.</param>
    public void CopyTo(SqliteDatabase copy, Action<long, long> progress, CancellationToken cancel)
    {
        using var backup = raw.sqlite3_backup_init(copy._handle, "main", _handle, "main");
        if (backup is null) throw Fault(copy._handle, raw.SQLITE_ERROR);
        int code;
        do
        {
            cancel.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, CopyPages);
            var pages = raw.sqlite3_backup_pagecount(backup);
            progress(pages - raw.sqlite3_backup_remaining(backup), pages);
        }
        while (code == raw.SQLITE_OK);
        raw.sqlite3_backup_finish(backup);
        if (code != raw.SQLITE_DONE) throw Fault(copy._handle, code);
    }

    /// <summary>Runs a script of statements that return nothing.</summary>
    public void Execute(string script) => Check(raw.sqlite3_exec(_handle, script));

    /// <summary>The prepared statement for a constant text, ready to bind.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (_statements.TryGetValue(sql, out var cached)) return cached;
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
        return _statements[sql] = new SqliteStatement(this, sql, _handle, handle);
    }

    /// <summary>Closes the connection; an open transaction is rolled back.</summary>
    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Close();
        _statements.Clear();
        _handle.Dispose();
    }

    internal static SqliteFault Fault(sqlite3 handle, int code)
    {
        var extended = raw.sqlite3_extended_errcode(handle);
        return new SqliteFault((extended & 0xFF) == (code & 0xFF) ? extended : code, raw.sqlite3_errmsg(handle).utf8_to_string());
    }

    private static SqliteDatabase Open(string path, int flags, TimeSpan busyTimeout)
    {
        var code = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            var message = raw.sqlite3_errstr(code).utf8_to_string();
            handle?.Dispose();
            throw new SqliteFault(code, $"{message} ({path})");
        }

        raw.sqlite3_busy_timeout(handle, (int)busyTimeout.TotalMilliseconds);
        return new SqliteDatabase(handle);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Fault(_handle, code);
    }
}
