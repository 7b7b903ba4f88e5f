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

    /// <summary>The first column of what a query finds.</summary>
    public List<string> Texts(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        using (statement)
        {
            var found = new List<string>();
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) found.Add(raw.sqlite3_column_text(statement, 0).utf8_to_string());
            return found;
        }
    }

    /// <summary>The tables and columns in which a text stands anywhere, also within other texts and bytes.</summary>
    public List<string> Places(string text)
    {
        var places = new List<string>();
        foreach (var table in Texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
            foreach (var column in Texts($"SELECT name FROM pragma_table_info('{table}')"))
                if (Texts($"SELECT 1 FROM {table} WHERE instr(CAST({column} AS BLOB), CAST('{text}' AS BLOB)) > 0 LIMIT 1").Count > 0) places.Add($"{table}.{column}");
        return places;
    }

    public void Dispose() => _database.Dispose();

    [ModuleInitializer]
    internal static void Prepare() => Batteries_V2.Init();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new InvalidOperationException($"SQLite: {code} {raw.sqlite3_errmsg(_database).utf8_to_string()}");
    }
}
