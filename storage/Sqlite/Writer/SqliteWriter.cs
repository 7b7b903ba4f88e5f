using System.Collections.Concurrent;
using System.Diagnostics;
using Sems.Storage.Curves;
using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Writer;

/// <summary>
/// The one writer: a thread that takes everything waiting, runs it in one transaction, makes it durable with one fsync
/// and then tells every caller. After a fault it opens its connection again and goes on.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly SqliteStorageOptions _options;
    private readonly SampleJournal _journal;
    private readonly WriteQueue _queue;
    private readonly ConcurrentQueue<SampleWrite> _samplePool = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SqliteDatabase? _database;
    private long _commits;

    public SqliteWriter(SqliteStorageOptions options, SqliteDatabase database, SampleJournal journal)
    {
        (_options, _database, _journal) = (options, database, journal);
        _queue = new WriteQueue(options.QueueCapacity);
        Activity = new WriteActivity(() => _queue.Count);
        new Thread(Work) { IsBackground = true, Name = "sems-writer" }.Start();
    }

    /// <summary>Transactions made durable.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>How writes go.</summary>
    public WriteActivity Activity { get; }

    /// <summary>Queues work and returns when it is durable.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteDatabase, T> work)
    {
        var item = new WriteTask<T>(work);
        try
        {
            _queue.Add(item);
        }
        catch (StorageUnavailableException e)
        {
            return Task.FromException<T>(e);
        }

        return item.Task;
    }

    /// <summary>Queues work without a result.</summary>
    public Task WriteAsync(Action<SqliteDatabase> work) => WriteAsync(database =>
    {
        work(database);
        return true;
    });

    /// <summary>Queues a sample.</summary>
    public ValueTask WriteAsync(long chargeId, in Sample sample)
    {
        var item = SampleWrite.Rent(_samplePool, _journal, chargeId, in sample);
        var task = item.Task;
        try
        {
            _queue.Add(item);
        }
        catch (StorageUnavailableException e)
        {
            return ValueTask.FromException(e);
        }

        return task;
    }

    /// <summary>Drains what was accepted and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended.Task.ConfigureAwait(false);
    }

    private void Work()
    {
        var batch = new List<WriteItem>();
        while (_queue.Take(ref batch))
        {
            RunBatch(batch);
            batch.Clear();
        }

        _database?.Dispose();
        _ended.SetResult();
    }

    private void RunBatch(List<WriteItem> batch)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var database = _database ??= Reopen();
            Begin(database);
            foreach (var item in batch) RunItem(database, item);
            _journal.Finish(database);
            _options.Faults?.Before(WriteStep.Commit);
            database.Statement("COMMIT").Run();
        }
        catch (Exception fault)
        {
            Abandon(fault);
            var reason = "the database did not store it: " + fault.Message;
            foreach (var item in batch) item.Fail(new StorageUnavailableException(reason, fault));
            return;
        }

        _journal.Commit();
        Volatile.Write(ref _commits, _commits + 1);
        Activity.Committed?.Invoke(Stopwatch.GetElapsedTime(began));
        foreach (var item in batch) item.Complete();
    }

    private void Begin(SqliteDatabase database)
    {
        _options.Faults?.Before(WriteStep.Begin);
        database.Statement("BEGIN IMMEDIATE").Run();
    }

    private static void RunItem(SqliteDatabase database, WriteItem item)
    {
        try
        {
            if (item.ChangesDatabase) database.Statement("SAVEPOINT item").Run();
            item.Run(database);
            if (item.ChangesDatabase) database.Statement("RELEASE item").Run();
        }
        catch (Exception e) when (database.InTransaction && e is not SqliteFault { IsConstraint: false })
        {
            item.Refusal = e is SqliteFault ? new InvalidOperationException(e.Message, e) : e;
            if (!item.ChangesDatabase) return;
            database.Statement("ROLLBACK TO item").Run();
            database.Statement("RELEASE item").Run();
        }
    }

    private void Abandon(Exception fault)
    {
        _journal.Rollback();
        if (fault is SqliteFault { IsBusy: true } && _database is { InTransaction: false }) return;
        // Closing rolls back; whether a commit that reported a fault got through is looked up when opening again.
        _database?.Dispose();
        _database = null;
    }

    private SqliteDatabase Reopen()
    {
        _options.Faults?.Before(WriteStep.Reopen);
        var database = _options.OpenWriter();
        try
        {
            _journal.Verify(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
