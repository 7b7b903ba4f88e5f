using Npgsql;

namespace Sems.Storage.Postgres;

/// <summary>
/// Keeps a database to one process: a lock on a connection of its own. When that connection is lost nothing more is written until
/// the lock is back, and nobody else had it meanwhile.
/// </summary>
internal sealed class SoleUse : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);
    private const int MostTries = 11; // two seconds
    private readonly PostgresAddress _address;
    private readonly CancellationTokenSource _stopping = new();
    private NpgsqlConnection _connection;
    private long _epoch;
    private Task _watch = Task.CompletedTask;
    private volatile string? _whyNot;

    private SoleUse(PostgresAddress address, NpgsqlConnection connection) => (_address, _connection) = (address, connection);

    /// <summary>Null while this process has the database to itself; otherwise why not.</summary>
    public string? WhyNot => _whyNot;

    /// <summary>Takes the lock. The server notices a moment late that the process before is gone: a restart waits for that.</summary>
    /// <exception cref="StorageUnavailableException">Another process has it.</exception>
    public static async Task<SoleUse> TakeAsync(PostgresAddress address, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            if (await TryAsync(address, cancel).ConfigureAwait(false) is { } connection) return new SoleUse(address, connection);
            if (tries == MostTries) throw new StorageUnavailableException($"The database {address} is in use by another SEMS");
            await Task.Delay(BetweenTries, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The schema is there: begins the time of this process, and watches.</summary>
    public async Task BeginAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("UPDATE instance SET epoch = epoch + 1 WHERE id = 1 RETURNING epoch", _connection);
        _epoch = (long)(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false))!;
        _watch = Task.Run(WatchAsync, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _watch.ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await HoldAsync().ConfigureAwait(false);
                _whyNot = "the connection that keeps the database to this process is lost";
                await _connection.DisposeAsync().ConfigureAwait(false);
                while (!await RegainAsync().ConfigureAwait(false)) await Task.Delay(BetweenTries, _stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // it closes
        }
    }

    /// <summary>Completes when the connection is lost.</summary>
    private async Task HoldAsync()
    {
        try
        {
            while (true) await _connection.WaitAsync(_stopping.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // lost, whatever Npgsql calls it
        }
    }

    private async Task<bool> RegainAsync()
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await TryAsync(_address, _stopping.Token).ConfigureAwait(false);
            if (connection is null)
            {
                _whyNot = "another SEMS has taken the database";
                return false;
            }

            await using var command = new NpgsqlCommand("SELECT epoch FROM instance WHERE id = 1", connection);
            var epoch = (long)(await command.ExecuteScalarAsync(_stopping.Token).ConfigureAwait(false))!;
            _connection = connection;
            _whyNot = epoch == _epoch ? null : "another SEMS had the database meanwhile: restart this one";
            return true;
        }
        catch (Exception fault) when (PostgresFault.IsOutage(fault) || fault is InvalidOperationException)
        {
            if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
            return false;
        }
    }

    private static async Task<NpgsqlConnection?> TryAsync(PostgresAddress address, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(address.Watched());
        try
        {
            await connection.OpenAsync(cancel).ConfigureAwait(false);
            await using var command = new NpgsqlCommand(AdvisoryLocks.TryAlone, connection);
            if ((bool)(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false))!) return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        await connection.DisposeAsync().ConfigureAwait(false);
        return null;
    }
}
