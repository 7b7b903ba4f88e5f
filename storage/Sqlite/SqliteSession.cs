using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>Statements on a connection of SQLite's: every task is complete when it is returned.</summary>
internal sealed class SqliteSession(SqliteDatabase database) : ISqlSession
{
    public SqlDialect Dialect => SqlDialect.Sqlite;

    /// <summary>The connection.</summary>
    public SqliteDatabase Database => database;

    public ValueTask<int> RunAsync(string sql, params object?[] values) => ValueTask.FromResult(Bind(sql, values).Run());

    public ValueTask<T?> OneAsync<T>(string sql, Func<ISqlRow, T?> read, params object?[] values)
    {
        using var row = Bind(sql, values);
        if (!row.Step()) return ValueTask.FromResult<T?>(default);
        var found = read(row);
        row.Step(); // a statement that changes and returns rows must be run to its end
        return ValueTask.FromResult<T?>(found);
    }

    public ValueTask<List<T>> ListAsync<T>(string sql, Func<ISqlRow, T> read, params object?[] values)
    {
        var found = new List<T>();
        using var rows = Bind(sql, values);
        while (rows.Step()) found.Add(read(rows));
        return ValueTask.FromResult(found);
    }

    public ValueTask LockAsync(string name) => ValueTask.CompletedTask; // there is one writer

    /// <summary>What work that asked only sessions like this came to.</summary>
    public static T Done<T>(ValueTask<T> work) => work.IsCompleted
        ? work.GetAwaiter().GetResult()
        : throw new InvalidOperationException("the work waits for something other than the database");

    private SqliteStatement Bind(string sql, object?[] values)
    {
        var statement = database.Statement(sql);
        try
        {
            foreach (var value in values)
            {
                _ = value switch
                {
                    null => statement.With((string?)null),
                    string text => statement.With(text),
                    long number => statement.With(number),
                    int number => statement.With(number),
                    double number => statement.With(number),
                    byte[] bytes => statement.With(bytes),
                    ReadOnlyMemory<byte> bytes => statement.With(bytes.Span),
                    _ => throw new ArgumentException($"a value of the type {value.GetType().Name} cannot be bound"),
                };
            }

            return statement;
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }
}
