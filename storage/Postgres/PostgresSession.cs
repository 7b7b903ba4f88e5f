using System.Text;
using Npgsql;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres;

/// <summary>Statements on a connection, within its transaction if it has one.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : ISqlSession
{
    public SqlDialect Dialect => SqlDialect.Postgres;

    /// <summary>The connection.</summary>
    public NpgsqlConnection Connection => connection;

    public async ValueTask<int> RunAsync(string sql, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    public async ValueTask<T?> OneAsync<T>(string sql, Func<ISqlRow, T?> read, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(Cancel).ConfigureAwait(false);
        return await reader.ReadAsync(Cancel).ConfigureAwait(false) ? read(new PostgresRow(reader)) : default;
    }

    public async ValueTask<List<T>> ListAsync<T>(string sql, Func<ISqlRow, T> read, params object?[] values)
    {
        var found = new List<T>();
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(Cancel).ConfigureAwait(false);
        var row = new PostgresRow(reader);
        while (await reader.ReadAsync(Cancel).ConfigureAwait(false)) found.Add(read(row));
        return found;
    }

    public async ValueTask LockAsync(string name) =>
        await OneAsync<object>("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", _ => null, name).ConfigureAwait(false);

    /// <summary>Ends a read that nobody waits for any more.</summary>
    public CancellationToken Cancel { get; init; }

    private NpgsqlCommand Command(string sql, object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = Storable(value) });
        return command;
    }

    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        string text => Storable(text),
        _ => value,
    };

    /// <summary>U+0000 and halves of pairs are beyond PostgreSQL's text; a key with one of them is no key that is known.</summary>
    private static string Storable(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && !text.Contains('\0')) return text;
        var sound = new StringBuilder();
        foreach (var rune in text.EnumerateRunes()) sound.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return sound.ToString();
    }
}
