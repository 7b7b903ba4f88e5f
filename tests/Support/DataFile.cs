using System.Runtime.CompilerServices;
using SQLitePCL;

namespace Sems.Tests.Support;

/// <summary>A second hand on a running server's data file: what makes its storage fail.</summary>
internal sealed class DataFile : IDisposable
{
    private readonly sqlite3 _database;

    public DataFile(string path)
    {
        Check(raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READWRITE, null));
        Check(raw.sqlite3_busy_timeout(_database, 10_000));
    }

    /// <summary>Runs a statement.</summary>
    public void Run(string sql) => Check(raw.sqlite3_exec(_database, sql));

    public void Dispose() => _database.Dispose();

    [ModuleInitializer]
    internal static void Prepare() => Batteries_V2.Init();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new InvalidOperationException($"SQLite: {code} {raw.sqlite3_errmsg(_database).utf8_to_string()}");
    }
}
