using System.Data;
using System.Diagnostics;
using Npgsql;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres;

/// <summary>
/// PostgreSQL for repositories that are written for both databases. A transaction that met another one, or a connection that turned
/// out dead before anything could be committed on it, is tried again; everything else is told.
/// </summary>
internal sealed class PostgresStore : ISqlStore
{
    private const int MostTries = 5;
    private readonly NpgsqlDataSource _source;
    private readonly Func<string?> _mayWrite;
    private readonly IStepFaults? _faults;
    private int _writing;

    /// <param name="source">The connections.</param>
    /// <param name="mayWrite">Null, or why nothing may be written now.</param>
    /// <param name="faults">Faults for tests.</param>
    public PostgresStore(NpgsqlDataSource source, Func<string?> mayWrite, IStepFaults? faults)
    {
        (_source, _mayWrite, _faults) = (source, mayWrite, faults);
        Activity = new WriteActivity(() => Volatile.Read(ref _writing) + (WaitingSamples?.Invoke() ?? 0));
    }

    /// <summary>How writes go.</summary>
    public WriteActivity Activity { get; }

    /// <summary>Reads how many samples wait for a write of theirs.</summary>
    public Func<int>? WaitingSamples { get; set; }

    /// <summary>What is under way.</summary>
    public WorkGate Gate { get; } = new();

    public Task<T> ReadAsync<T>(Func<ISqlSession, ValueTask<T>> query, CancellationToken cancel) =>
        RunAsync("the database could not be read", (connection, _) => query(new PostgresSession(connection) { Cancel = cancel }), cancel);

    /// <summary>Reads by a connection.</summary>
    /// <inheritdoc cref="ISqlStore.ReadAsync"/>
    public Task<T> ReadAsync<T>(Func<NpgsqlConnection, ValueTask<T>> query, CancellationToken cancel) =>
        RunAsync("the database could not be read", (connection, _) => query(connection), cancel);

    public Task<T> SnapshotAsync<T>(Func<ISqlSession, ValueTask<T>> query, CancellationToken cancel) =>
        RunAsync("the database could not be read", async (connection, _) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel).ConfigureAwait(false);
            var read = await query(new PostgresSession(connection) { Cancel = cancel }).ConfigureAwait(false);
            await transaction.CommitAsync(cancel).ConfigureAwait(false);
            return read;
        }, cancel);

    public Task<T> WriteAsync<T>(Func<ISqlSession, ValueTask<T>> work) => WriteAsync(connection => work(new PostgresSession(connection)));

    /// <summary>Writes in a transaction of a connection.</summary>
    /// <inheritdoc cref="ISqlStore.WriteAsync"/>
    public async Task<T> WriteAsync<T>(Func<NpgsqlConnection, ValueTask<T>> work)
    {
        Interlocked.Increment(ref _writing);
        try
        {
            return await RunAsync(
                "the database did not store it", (connection, commit) => TransactAsync(connection, commit, work), CancellationToken.None, _mayWrite).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _writing);
        }
    }

    private async ValueTask<T> TransactAsync<T>(NpgsqlConnection connection, Commit commit, Func<NpgsqlConnection, ValueTask<T>> work)
    {
        var began = Stopwatch.GetTimestamp();
        _faults?.Before(WriteStep.Begin);
        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        var result = await work(connection).ConfigureAwait(false);
        commit.Begun = true;
        _faults?.Before(WriteStep.Commit);
        if (_mayWrite() is { } reason) throw new StorageUnavailableException(reason);
        await transaction.CommitAsync().ConfigureAwait(false);
        Activity.Committed?.Invoke(Stopwatch.GetElapsedTime(began));
        return result;
    }

    private async Task<T> RunAsync<T>(
        string failure, Func<NpgsqlConnection, Commit, ValueTask<T>> work, CancellationToken cancel, Func<string?>? may = null)
    {
        Gate.Enter();
        try
        {
            for (var tries = 1; ; tries++)
            {
                if (may?.Invoke() is { } reason) throw new StorageUnavailableException(reason);
                var commit = new Commit();
                try
                {
                    return await OnceAsync(work, commit, cancel).ConfigureAwait(false);
                }
                catch (Exception fault) when (tries < MostTries && PostgresFault.IsCollision(fault))
                {
                }
                catch (Exception fault) when (tries == 1 && !commit.Begun && commit.Connected && PostgresFault.IsBroken(fault))
                {
                    _source.Clear(); // a server that was restarted has broken every idle connection
                }
                catch (Exception fault) when (PostgresFault.IsRefusal(fault) || PostgresFault.IsOutage(fault))
                {
                    if (PostgresFault.IsBroken(fault)) _source.Clear();
                    throw PostgresFault.Tell(failure, fault);
                }
            }
        }
        finally
        {
            Gate.Leave();
        }
    }

    private async Task<T> OnceAsync<T>(Func<NpgsqlConnection, Commit, ValueTask<T>> work, Commit commit, CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        commit.Connected = true;
        try
        {
            return await work(connection, commit).ConfigureAwait(false);
        }
        catch (InvalidOperationException fault) when (connection.State != ConnectionState.Open)
        {
            throw new NpgsqlException("the connection was lost: " + fault.Message, fault); // Npgsql's own way to say so
        }
    }

    /// <summary>How far a try came.</summary>
    private sealed class Commit
    {
        /// <summary>There was a connection.</summary>
        public bool Connected { get; set; }

        /// <summary>From here on a fault leaves open whether it was made.</summary>
        public bool Begun { get; set; }
    }
}
