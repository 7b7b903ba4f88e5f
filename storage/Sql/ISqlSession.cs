namespace Sems.Storage.Sql;

/// <summary>
/// Statements within a read or a transaction, on whichever database there is. Parameters are <c>$1</c>, <c>$2</c>, … and appear
/// first in that order (SQLite numbers them so); values are long, double, string, byte[], ReadOnlyMemory&lt;byte&gt; or null.
/// </summary>
internal interface ISqlSession
{
    /// <summary>What the database says differently.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    ValueTask<int> RunAsync(string sql, params object?[] values);

    /// <summary>Reads the first row; the default of <typeparamref name="T"/> when there is none.</summary>
    ValueTask<T?> OneAsync<T>(string sql, Func<ISqlRow, T?> read, params object?[] values);

    /// <summary>Reads every row.</summary>
    ValueTask<List<T>> ListAsync<T>(string sql, Func<ISqlRow, T> read, params object?[] values);

    /// <summary>
    /// Keeps other transactions that ask for the same name waiting until this one ends: where a row that is not there yet is to be
    /// made once.
    /// </summary>
    ValueTask LockAsync(string name);
}
