using System.Collections.Concurrent;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>
/// Connections for reading. A query runs on the caller's thread (SQLite is synchronous) and usually completes
/// synchronously; only when all connections are taken does the caller wait.
/// </summary>
/// <param name="connections">How many at most.</param>
/// <param name="open">Opens one.</param>
internal sealed class SqliteReaders(int connections, Func<SqliteDatabase> open) : IDisposable
{
    private readonly SemaphoreSlim _free = new(connections);
    private ConcurrentStack<SqliteDatabase> _idle = new();
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

    /// <summary>Opens the database anew for queries that begin from now on: it may be another file of the same name.</summary>
    public void Renew() => Close(Interlocked.Exchange(ref _idle, new()));

    /// <summary>Closes the connections that are idle now, and the others as they come back.</summary>
    public void Dispose()
    {
        _closed = true;
        Close(_idle);
    }

    private static void Close(ConcurrentStack<SqliteDatabase> idle)
    {
        while (idle.TryPop(out var database)) database.Dispose();
    }

    private async Task<T> WaitAndReadAsync<TKey, T>(TKey key, Func<SqliteDatabase, TKey, T> query, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel).ConfigureAwait(false);
        return Run(key, query);
    }

    private T Run<TKey, T>(TKey key, Func<SqliteDatabase, TKey, T> query)
    {
        SqliteDatabase? database = null;
        var idle = Volatile.Read(ref _idle);
        try
        {
            if (_closed) throw new StorageUnavailableException("the storage is shutting down");
            if (!idle.TryPop(out database)) database = open();
            var result = query(database, key);
            idle.Push(database);
            if (_closed || idle != Volatile.Read(ref _idle)) Close(idle);
            return result;
        }
        catch (Exception fault) when (fault is SqliteFault or ObjectDisposedException) // disposed: the connection was cut
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
}
