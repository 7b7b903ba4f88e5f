using System.Threading.Channels;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres.Curves;

/// <summary>
/// Seals charges that have enough fresh samples, one after the other beside everything else; at the start, and now and then, also
/// what other processes left: long journals of charges nobody counted, and samples that came with the end of their charge.
/// </summary>
internal sealed class CurveSealer : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);
    private readonly PostgresStore _store;
    private readonly PostgresStorageOptions _options;
    private readonly Channel<long> _wanted = Channel.CreateUnbounded<long>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _work;

    public CurveSealer(PostgresStore store, PostgresStorageOptions options)
    {
        (_store, _options) = (store, options);
        _work = Task.WhenAll(Task.Run(SealAsync), Task.Run(LookAsync));
    }

    /// <summary>A charge has enough.</summary>
    public void Seal(long chargeId) => _wanted.Writer.TryWrite(chargeId);

    /// <summary>Seals what is left in the journal and should not be.</summary>
    /// <exception cref="StorageUnavailableException">The database could not be read or written.</exception>
    public async Task SealLeftAsync()
    {
        var left = await _store.ReadAsync(session => session.ListAsync("""
            SELECT j.charge_id FROM (SELECT charge_id, count(*) AS samples FROM sample_journal GROUP BY charge_id) j
            WHERE j.samples >= $1 OR NOT EXISTS (SELECT 1 FROM charges c WHERE c.charge_id = j.charge_id AND c.status < 4)
            """, row => row.Long(0), _options.SealAt), _stopping.Token).ConfigureAwait(false);
        foreach (var chargeId in left) await SealAsync(chargeId).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _wanted.Writer.TryComplete();
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
    }

    private Task SealAsync(long chargeId) => _store.WriteAsync((ISqlSession session) => CurveSealing.LockAndSealAsync(session, chargeId));

    private async Task SealAsync()
    {
        await foreach (var chargeId in _wanted.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (_stopping.IsCancellationRequested) return; // the journal keeps them
            await TryAsync(() => SealAsync(chargeId)).ConfigureAwait(false);
        }
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(Between, _options.TimeProvider);
        try
        {
            do await TryAsync(SealLeftAsync).ConfigureAwait(false);
            while (await timer.WaitForNextTickAsync(_stopping.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // it closes
        }
    }

    /// <summary>What fails is in the journal as before, and is found when one looks the next time; nobody lost anything by it.</summary>
    private static async Task TryAsync(Func<Task> seal)
    {
        try
        {
            await seal().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is StorageUnavailableException or InvalidOperationException)
        {
        }
    }
}
