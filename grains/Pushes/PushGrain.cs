using System.Globalization;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Storage;
using Sems.Storage.Outbox;

namespace Sems.Grains.Pushes;

/// <summary>
/// Drains its shard of the outbox by a timer of its own, one push at a time, oldest due first, and a student's in order: a later one waits for
/// an earlier one that is pending. A push is recorded after it was sent: one that a crash comes between is sent again.
/// </summary>
public sealed partial class PushGrain(
    IDatabase database, IPushChannel channel, PushSettings settings, PushBrake brake, TimeProvider time, MachineClock machine, ILogger<PushGrain> log) : Grain, IPushGrain
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);
    private readonly PushSender _sender = new(channel, settings, time, machine);
    private readonly PushAlarm _alarm = new(database, settings);
    private int _shard;
    private IGrainTimer? _timer;
    private bool _draining;
    private bool _woken;
    private int _retrying;
    private PushTry? _unrecorded;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _shard = int.Parse(this.GetPrimaryKeyString(), CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task Wake()
    {
        _woken = true;
        if (settings.Held) DeactivateOnIdle();
        else if (!_draining) DrainAfter(TimeSpan.Zero);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<bool> Retry(long pushId, string by)
    {
        _retrying++; // an activation that has asked to leave memory cannot be told of it any more
        try
        {
            if (!await database.Outbox.RetryAsync(pushId, time.GetUtcNow(), by)) return false;
            LogRetried(pushId, by);
            return true;
        }
        finally
        {
            _retrying--;
            await Wake();
        }
    }

    /// <summary>Sends what is due, then sleeps until something is, or leaves memory when nothing is pending.</summary>
    private async Task DrainAsync(CancellationToken ended)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(ended, brake.Pulled);
        var stop = stopped.Token;
        _draining = true;
        try
        {
            TimeSpan? sleep;
            do
            {
                _woken = false;
                sleep = await SendDueAsync(stop);
            }
            while (_woken); // in the meantime, perhaps after the outbox was read
            if (sleep is { } pause) DrainAfter(pause);
            else if (_retrying == 0) DeactivateOnIdle();
        }
        catch (StorageUnavailableException failure)
        {
            LogOutage(_shard, failure.Message);
            DrainAfter(settings.StoragePause);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the grain or the process ends: what was under way stays pending
        }
        finally
        {
            _draining = false;
        }
    }

    /// <summary>Sends until nothing is due; answers for how long, or null when nothing is pending.</summary>
    private async Task<TimeSpan?> SendDueAsync(CancellationToken stop)
    {
        while (true)
        {
            await RecordAsync(_unrecorded); // before it is read again, lest it be sent again
            foreach (var push in await database.Outbox.DueAsync(time.GetUtcNow(), _shard, settings.Batch, stop))
                await RecordAsync(await _sender.TryAsync(push, stop));
            if (await database.Outbox.NextDueAsync(_shard, stop) is not { } next) return null;
            var pause = next - time.GetUtcNow();
            if (pause > TimeSpan.Zero) return pause < LongestSleep ? pause : LongestSleep;
        }
    }

    private async Task RecordAsync(PushTry? tried)
    {
        if (tried is null) return;
        _unrecorded = tried;
        if (tried.Look) await _alarm.RaiseAsync(tried); // first: once it is recorded nobody comes back to it
        await database.Outbox.RecordAsync(tried.Attempt);
        _unrecorded = null;
        if (tried.Attempt.State == PushState.Dead) LogDead(tried.Push.PushId, tried.Push.StudentNumber, tried.Attempt.Error);
    }

    private void DrainAfter(TimeSpan pause)
    {
        if (_timer is null)
            _timer = this.RegisterGrainTimer(DrainAsync, new GrainTimerCreationOptions(pause, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        else
            _timer.Change(pause, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Push {Push} to {Student} is dead: {Reason}")]
    private partial void LogDead(long push, string student, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Push {Push} is sent anew, by {By}")]
    private partial void LogRetried(long push, string by);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pushes of shard {Shard} wait for the storage: {Reason}")]
    private partial void LogOutage(int shard, string reason);
}
