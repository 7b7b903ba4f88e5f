using Sems.Simulator.Students;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>A charging station: polls, lets students in, sends samples. Its members may be used from any thread once it runs.</summary>
public sealed class Station
{
    private const long PollMs = 5_000;

    private readonly StationContext _station;
    private readonly SwipeFlow _swipes;
    private readonly OddSwipes _odd;
    private readonly Lane _pollLane = new();
    private long _polledMs = long.MinValue;

    /// <summary>Puts a station together.</summary>
    public Station(StationContext station, MeterReader reader)
    {
        _station = station;
        _swipes = new SwipeFlow(station, new SampleFlow(station, reader));
        _odd = new OddSwipes(station);
    }

    /// <summary>Its number.</summary>
    public string Group => _station.Group;

    /// <summary>When the last poll was answered, simulated Unix ms.</summary>
    public long PolledMs => Volatile.Read(ref _polledMs);

    /// <summary>How far it is behind the clock, simulated ms.</summary>
    public long BehindMs => _station.Engine.BehindMs;

    /// <summary>Its loop.</summary>
    public StationEngine Engine => _station.Engine;

    /// <summary>Meters with an open session. For a look from outside: may be a step old.</summary>
    public IEnumerable<(string Ammeter, string Card)> OpenSessions() =>
        from meter in _station.Meters
        let session = meter.Session
        where session is not null
        select (meter.Number, session.Student.Card);

    /// <summary>The open sessions. For a look from outside: may be a step old.</summary>
    public IEnumerable<ChargingSession> Sessions => _station.Meters.Select(meter => meter.Session).OfType<ChargingSession>();

    /// <summary>Whether it is of the old model, which sends neither voltage nor power.</summary>
    public bool IsOld => _station.Traits.IsOld;

    /// <summary>How many meters are free. For a look from outside: may be a step old.</summary>
    public int Free => _station.Meters.Count(m => m.IsFree && m.Control is not ControlValue.Locked);

    /// <summary>The meter where a student charges; null for none. For a look from outside: may be a step old.</summary>
    public (Meter Meter, ChargingSession Session)? Find(Student student)
    {
        foreach (var meter in _station.Meters)
            if (meter.Session is { } session && session.Student == student)
                return (meter, session);
        return null;
    }

    /// <summary>A person swipes a card at a free meter.</summary>
    /// <returns>Null when the bike charges, else why not.</returns>
    public Task<string?> PlugInAsync(Student student, Visit visit) => OnLoopAsync(told => _swipes.PlugIn(student, visit, told));

    /// <summary>A person swipes again and takes the bike away.</summary>
    /// <returns>Null when the session is over, else why not.</returns>
    public Task<string?> UnplugAsync(Student student) => OnLoopAsync(told => _swipes.Unplug(student, told));

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = Engine.NowMs;
        Engine.At(now + _station.Random.NextInt64(PollMs), () => Poll(Engine.NowMs));
        if (_station.Meters.Count > 0)
        {
            _swipes.Begin(now);
            _odd.Begin(now);
        }

        await Engine.RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Lets nobody in any more, ends every session, and completes when all is answered.</summary>
    public async Task CloseAsync()
    {
        Engine.Post(_swipes.Close);
        do await Engine.SettledAsync().ConfigureAwait(false);
        while (_station.Meters.Any(m => m.Reserved));
    }

    private async Task<string?> OnLoopAsync(Action<Action<string?>> act)
    {
        var told = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Engine.Post(() => act(words => told.TrySetResult(words)));
        return await told.Task.ConfigureAwait(false);
    }

    private void Poll(long dueMs)
    {
        // A poll that is still on its way is not followed by a second one.
        if (_pollLane.IsEmpty) Engine.Enqueue(_pollLane, new PollJob(_station, _swipes.Released, () => Volatile.Write(ref _polledMs, Engine.NowMs)));
        var next = dueMs + PollMs;
        Engine.At(next, () => Poll(next));
    }
}
