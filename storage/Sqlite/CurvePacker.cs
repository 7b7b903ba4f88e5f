using System.Threading.Channels;
using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite;

/// <summary>
/// Packs the curves on the backlog, one after the other, beside everything else: it reads and codes on its own thread and hands the
/// writer a small piece of work. What is left after a kill or a fault is still on the backlog, and its old chunks are as good.
/// </summary>
internal sealed class CurvePacker : IAsyncDisposable
{
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly SqliteStorageOptions _options;
    private readonly Channel<TaskCompletionSource?> _wakes = Channel.CreateUnbounded<TaskCompletionSource?>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _work;

    public CurvePacker(SqliteWriter writer, SqliteReaders readers, SqliteStorageOptions options)
    {
        (_writer, _readers, _options) = (writer, readers, options);
        Wake(); // for what an earlier process left
        _work = Task.Run(WorkAsync);
    }

    /// <summary>There is something on the backlog.</summary>
    public void Wake() => _wakes.Writer.TryWrite(null);

    /// <summary>Completes when everything on the backlog by now was looked at.</summary>
    /// <exception cref="StorageUnavailableException">The database could not be read or written.</exception>
    public Task PackedAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_wakes.Writer.TryWrite(done)) done.SetException(new StorageUnavailableException("the storage is shutting down"));
        return done.Task;
    }

    /// <summary>Takes up nothing new; what the writer has of it is finished with the writer.</summary>
    public void Stop()
    {
        _wakes.Writer.TryComplete();
        _stopping.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        await _work.ConfigureAwait(false);
    }

    private async Task WorkAsync()
    {
        while (await _wakes.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var waiting = new List<TaskCompletionSource>();
            while (_wakes.Reader.TryRead(out var wake))
                if (wake is not null) waiting.Add(wake);
            try
            {
                await PackBacklogAsync().ConfigureAwait(false);
                foreach (var done in waiting) done.SetResult();
            }
            catch (Exception e)
            {
                // The backlog keeps what was not packed for the next wake; nobody lost anything by it.
                foreach (var done in waiting) done.SetException(e);
            }
        }
    }

    private async Task PackBacklogAsync()
    {
        for (var chargeId = 0L; await NextAsync(chargeId).ConfigureAwait(false) is { } next; chargeId = next)
        {
            if (!await PackAsync(next).ConfigureAwait(false)) await GiveUpAsync(next).ConfigureAwait(false);
            if (_options.PackingPause > TimeSpan.Zero) await Task.Delay(_options.PackingPause, _stopping.Token).ConfigureAwait(false);
            _stopping.Token.ThrowIfCancellationRequested();
        }
    }

    private Task<long?> NextAsync(long after) => _readers.ReadAsync(after, static (database, after) =>
    {
        using var row = database.Statement("SELECT charge_id FROM curve_backlog WHERE charge_id > ? ORDER BY charge_id LIMIT 1").With(after);
        return row.Step() ? row.Long(0) : (long?)null;
    }, CancellationToken.None);

    /// <summary>False when the chunks cannot be read.</summary>
    private async Task<bool> PackAsync(long chargeId)
    {
        try
        {
            var chunks = await _readers.ReadAsync(chargeId, LooseChunks.Read, CancellationToken.None).ConfigureAwait(false);
            chunks.Pack();
            _options.Faults?.Before(WriteStep.Pack);
            await _writer.WriteAsync(chunks.Replace).ConfigureAwait(false);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Leaves the chunks as they are: whoever reads the curve is told what is wrong with it.</summary>
    private Task GiveUpAsync(long chargeId) => _writer.WriteAsync(database =>
        database.Statement("DELETE FROM curve_backlog WHERE charge_id = ?").With(chargeId).Run());
}
