using System.Data;
using Npgsql;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres;

/// <summary>
/// PostgreSQL for repositories that are written for both databases. A transaction that met another one, or a connection that turned
/// out dead before anything could be committed on it, is tried again; everything else is told.
/// </summary>
/// <param name="source">The connections.</param>
/// <param name="mayWrite">Null, or why nothing may be written now.</param>
/// <param name="faults">Faults for tests.</param>
internal sealed class PostgresStore(NpgsqlDataSource source, Func<string?> mayWrite, IStepFaults? faults) : ISqlStore
{
    private const int MostTries = 5;

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
    public Task<T> WriteAsync<T>(Func<NpgsqlConnection, ValueTask<T>> work) =>
        RunAsync("the database did not store it", async (connection, commits) =>
        {
            faults?.Before(WriteStep.Begin);
            await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
            var result = await work(connection).ConfigureAwait(false);
            commits.Begun = true;
            faults?.Before(WriteStep.Commit);
            if (mayWrite() is { } reason) throw new StorageUnavailableException(reason);
            await transaction.CommitAsync().ConfigureAwait(false);
            return result;
        }, CancellationToken.None, mayWrite);

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
                    source.Clear(); // a server that was restarted has broken every idle connection
                }
                catch (Exception fault) when (PostgresFault.IsRefusal(fault) || PostgresFault.IsOutage(fault))
                {
                    if (PostgresFault.IsBroken(fault)) source.Clear();
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
        await using var connection = await source.OpenConnectionAsync(cancel).ConfigureAwait(false);
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
