using System.Globalization;
using Npgsql;

namespace Sems.Bench.Lists;

/// <summary>A PostgreSQL database.</summary>
internal sealed class PostgresLedgerFile : ILedgerFile
{
    private readonly NpgsqlConnection _connection;

    public PostgresLedgerFile(string address)
    {
        _connection = new NpgsqlConnection(address + ";Pooling=false;CommandTimeout=0");
        _connection.Open();
        Run("SET synchronous_commit = off; SET maintenance_work_mem = '256MB'");
    }

    public string Schema => "Postgres";

    public string Right(string text, int characters) => string.Create(CultureInfo.InvariantCulture, $"right({text}, {characters})");

    public string Numbers(int count) => string.Create(CultureInfo.InvariantCulture, $"generate_series(1::bigint, {count}) AS n(i)");

    public void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }

    public IReadOnlyList<(string Name, string Sql)> Indexes(string table)
    {
        using var command = new NpgsqlCommand($"SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '{table}' AND indexname NOT LIKE '%_pkey'", _connection);
        using var rows = command.ExecuteReader();
        var found = new List<(string, string)>();
        while (rows.Read()) found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }

    public void Settle()
    {
        foreach (var table in new[] { "charges", "bills", "daily_totals", "arrears", "students" }) Run($"VACUUM ANALYZE {table}");
        Run("CHECKPOINT");
    }

    public void Dispose() => _connection.Dispose();
}
