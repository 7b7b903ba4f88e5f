using Sems.Gateway.Live.Sources;

namespace Sems.Gateway.Live;

/// <summary>Who looks on at what: one poller per topic, from its first listener to its last.</summary>
internal sealed class LiveHub(LiveSources sources, ILogger<LivePoller> log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LiveTopic, LivePoller> _pollers = [];
    private readonly List<LiveListener> _listeners = [];

    /// <summary>How many look on.</summary>
    public int Listeners
    {
        get
        {
            lock (_gate) return _listeners.Count;
        }
    }

    /// <summary>The topics that are looked at.</summary>
    public IReadOnlyList<LiveTopic> Topics
    {
        get
        {
            lock (_gate) return [.. _pollers.Keys];
        }
    }

    /// <summary>Adds a listener; false when there are too many, in all of its audience or of this user.</summary>
    public bool TryJoin(LiveListener listener, IReadOnlyList<LiveTopic> topics)
    {
        lock (_gate)
        {
            var audience = _listeners.Where(l => l.Audience == listener.Audience).ToList();
            if (audience.Count >= listener.Audience.Most || audience.Count(l => l.User == listener.User) >= listener.Audience.MostOfOne) return false;
            _listeners.Add(listener);
            foreach (var topic in topics)
            {
                if (!_pollers.TryGetValue(topic, out var poller))
                {
                    _pollers[topic] = poller = new LivePoller(topic, sources.Of(topic), log);
                    var started = poller;
                    _ = Task.Run(started.RunAsync);
                }
                poller.Add(listener);
            }
            return true;
        }
    }

    /// <summary>Takes a listener out.</summary>
    public void Leave(LiveListener listener, IReadOnlyList<LiveTopic> topics)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
            foreach (var topic in topics)
            {
                if (!_pollers[topic].Remove(listener)) continue;
                _pollers[topic].Stop();
                _pollers.Remove(topic);
            }
        }
    }
}
