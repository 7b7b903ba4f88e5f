using System.Collections.Concurrent;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>
/// Connections for reading. A query runs on the caller's thread (SQLite is synchronous) and usually completes
/// synchronously; only when all connections are taken does the caller wait.
/// </summary>
internal sealed class SqliteReaders(SqliteStorageOptions options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Readers);
    private readonly ConcurrentStack<SqliteDatabase> _idle = new();
    private volatile bool _closed;

    /// <summary>Runs a query.</summary>
    /// <exception cref="StorageUnavailableException">The database could not be read.</exception>
    public Task<T> ReadAsync<TKey, T>(TKey key, Func<SqliteDatabase, TKey, T> query, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return Task.FromCanceled<T>(cancel);
        if (!_free.Wait(0, CancellationToken.None)) return WaitAndReadAsync(key, query, cancel);
        try
        {
            return Task.FromResult(Run(key, query));
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    /// <summary>Closes the connections that are idle now, and the others as they come back.</summary>
    public void Dispose()
    {
        _closed = true;
        while (_idle.TryPop(out var database)) database.Dispose();
    }

    private async Task<T> WaitAndReadAsync<TKey, T>(TKey key, Func<SqliteDatabase, TKey, T> query, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel).ConfigureAwait(false);
        return Run(key, query);
    }

    private T Run<TKey, T>(TKey key, Func<SqliteDatabase, TKey, T> query)
    {
        SqliteDatabase? database = null;
        try
        {
            if (_closed) throw new StorageUnavailableException("the storage is shutting down");
            if (!_idle.TryPop(out database)) database = SqliteDatabase.OpenReader(options.Path, options.BusyTimeout);
            var result = query(database, key);
            Return(database);
            return result;
        }
        catch (SqliteFault fault)
        {
            database?.Dispose();
            throw new StorageUnavailableException("the database could not be read: " + fault.Message, fault);
        }
        catch
        {
            database?.Dispose();
            throw;
        }
        finally
        {
            _free.Release();
        }
    }

    private void Return(SqliteDatabase database)
    {
        _idle.Push(database);
        if (_closed && _idle.TryPop(out var late)) late.Dispose();
    }
}
