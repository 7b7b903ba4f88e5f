using System.Diagnostics;

namespace Sems.Gateway.Hosting;

/// <summary>
/// A clock that runs faster than the wall's: simulated now = epochSim + (now − epochReal) × speed. Timers and time stamps run at
/// the same pace. Only the demo uses it.
/// </summary>
public sealed class ScaledTimeProvider : TimeProvider
{
    private readonly DateTimeOffset _epochSim;
    private readonly double _speed;
    private readonly long _epochStamp;

    /// <summary>Creates the clock.</summary>
    /// <param name="epochReal">A wall-clock instant.</param>
    /// <param name="epochSim">What this clock shows then.</param>
    /// <param name="speed">Simulated seconds per second, 0.001 to 100 000.</param>
    public ScaledTimeProvider(DateTimeOffset epochReal, DateTimeOffset epochSim, double speed)
    {
        if (speed is not (>= 0.001 and <= 100_000)) throw new ArgumentOutOfRangeException(nameof(speed), speed, "The speed must be 0.001 to 100000");
        _speed = speed;
        _epochStamp = Stopwatch.GetTimestamp();
        _epochSim = epochSim + ((System.GetUtcNow() - epochReal) * speed);
    }

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _epochSim + Elapsed;

    /// <inheritdoc />
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(System.CreateTimer(callback, state, Scale(dueTime), Scale(period)), this);

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_epochStamp) * _speed;

    private TimeSpan Scale(TimeSpan span) =>
        span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Clamp(span.TotalMilliseconds / _speed, 1, uint.MaxValue - 2));

    private sealed class ScaledTimer(ITimer inner, ScaledTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.Scale(dueTime), clock.Scale(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
