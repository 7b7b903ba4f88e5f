using System.Globalization;
using SQLitePCL;

namespace Sems.Bench.Lists;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteLedgerFile : ILedgerFile
{
    private readonly sqlite3 _database;

    public SqliteLedgerFile(string path)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READWRITE, null));
        Run("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;");
    }

    public string Schema => "Sqlite";

    public string Right(string text, int characters) => string.Create(CultureInfo.InvariantCulture, $"substr({text}, -{characters})");

    public string Numbers(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n) AS n");

    public void Run(string sql) => Check(raw.sqlite3_exec(_database, sql));

    public IReadOnlyList<(string Name, string Sql)> Indexes(string table)
    {
        var found = new List<(string, string)>();
        Check(raw.sqlite3_prepare_v2(_database, $"SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL", out var rows));
        using (rows)
        {
            while (raw.sqlite3_step(rows) == raw.SQLITE_ROW)
                found.Add((raw.sqlite3_column_text(rows, 0).utf8_to_string(), raw.sqlite3_column_text(rows, 1).utf8_to_string()));
        }

        return found;
    }

    public void Settle() => Run("PRAGMA wal_checkpoint(TRUNCATE)");

    public void Dispose() => _database.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new IOException($"SQLite: {code} {raw.sqlite3_errmsg(_database).utf8_to_string()}");
    }
}
