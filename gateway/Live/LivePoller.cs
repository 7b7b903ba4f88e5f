using System.Text;
using Sems.Grains;

namespace Sems.Gateway.Live;

/// <summary>
/// Looks at one topic for all who look on, and tells each what changed; who is new gets the whole first. When the topic cannot be asked, all are told
/// that it is gone, and the whole again when it is back.
/// </summary>
internal sealed partial class LivePoller(LiveTopic topic, ILiveSource source, ILogger log)
{
    /// <summary>A look that takes longer is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly byte[] _gone = Encoding.UTF8.GetBytes($"event: gone\ndata: {{\"topic\":{Encoding.UTF8.GetString(LiveJson.Text(topic.ToString()))}}}\n\n");
    private readonly Lock _gate = new();
    private readonly List<LiveListener> _listeners = [];
    private readonly HashSet<LiveListener> _behind = []; // those that lack the whole
    private readonly HashSet<LiveListener> _told = []; // those that know it is gone
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private LivePicture? _seen;
    private bool _isGone;
    private long _lookedAt;

    /// <summary>Adds one; it gets the whole at once.</summary>
    public void Add(LiveListener listener)
    {
        lock (_gate)
        {
            _listeners.Add(listener);
            _behind.Add(listener);
        }
        Wake();
    }

    /// <summary>Takes one out.</summary>
    /// <returns>Nobody is left.</returns>
    public bool Remove(LiveListener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
            _behind.Remove(listener);
            _told.Remove(listener);
            return _listeners.Count == 0;
        }
    }

    /// <summary>Ends it for good.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Looks until it is stopped.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (true)
            {
                if (Rest() is { Ticks: > 0 } rest)
                {
                    await _wake.WaitAsync(rest, _stop.Token);
                    if (Rest() > TimeSpan.Zero && !_isGone)
                    {
                        Tell(_seen!); // somebody new, and what was seen is fresh enough
                        continue;
                    }
                }
                await LookAsync();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // nobody looks on
        }
        finally
        {
            _stop.Dispose();
            _wake.Dispose();
        }
    }

    private TimeSpan Rest() => _lookedAt == 0 ? TimeSpan.Zero : source.Period - TimeProvider.System.GetElapsedTime(_lookedAt);

    private async Task LookAsync()
    {
        _lookedAt = TimeProvider.System.GetTimestamp();
        try
        {
            var now = await source.LookAsync(_seen, _stop.Token).WaitAsync(Patience, _stop.Token);
            if (_isGone) LogBack(topic.ToString());
            _isGone = false;
            Tell(now);
            _seen = now;
        }
        catch (Exception failure) when (!_stop.IsCancellationRequested)
        {
            if (!_isGone && (Outage.Is(failure) || failure is TimeoutException)) LogGone(topic.ToString(), failure.Message);
            else if (!_isGone) LogBroken(topic.ToString(), failure);
            TellGone();
        }
    }

    private void Tell(LivePicture now)
    {
        byte[]? whole = null;
        var change = _seen is { } before && !ReferenceEquals(before, now) ? now.Since(topic, before) : null;
        lock (_gate)
        {
            foreach (var listener in _listeners)
            {
                if (_behind.Contains(listener)) listener.Offer(whole ??= now.Whole(topic));
                else if (change is not null) listener.Offer(change);
            }
            _behind.Clear();
            _told.Clear();
        }
    }

    private void TellGone()
    {
        lock (_gate)
        {
            foreach (var listener in _listeners)
                if (_told.Add(listener)) listener.Offer(_gone);
            _behind.UnionWith(_listeners);
        }
        _isGone = true;
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (Exception already) when (already is SemaphoreFullException or ObjectDisposedException)
        {
            // it wakes anyhow, or never again
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who looks on at {Topic} sees nothing new for now: {Reason}")]
    private partial void LogGone(string topic, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Who looks on at {Topic} sees nothing new: it cannot be looked at")]
    private partial void LogBroken(string topic, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Who looks on at {Topic} sees it again")]
    private partial void LogBack(string topic);
}
