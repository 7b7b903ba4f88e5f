namespace Sems.Simulator.Time;

/// <summary>
/// Simulated time: <c>epochSim + (now − epochReal) · speed</c>. The server of a demo computes the same, so both sides agree without talking.
/// </summary>
/// <param name="time">The real clock.</param>
/// <param name="epochRealMs">A real moment, Unix ms.</param>
/// <param name="epochSimMs">The simulated time at that moment, Unix ms.</param>
/// <param name="speed">Simulated seconds in a real second, above 0.</param>
public sealed class SimulationClock(TimeProvider time, long epochRealMs, long epochSimMs, double speed)
{
    private readonly DateTimeOffset _epochReal = DateTimeOffset.FromUnixTimeMilliseconds(epochRealMs);

    /// <summary>The real clock beneath.</summary>
    public TimeProvider Real => time;

    /// <summary>The real moment both clocks are tied at, Unix ms.</summary>
    public long EpochRealMs => epochRealMs;

    /// <summary>The simulated time at that moment, Unix ms.</summary>
    public long EpochSimMs => epochSimMs;

    /// <summary>Simulated seconds in a real second.</summary>
    public double Speed { get; } = speed > 0 && double.IsFinite(speed) ? speed : throw new ArgumentOutOfRangeException(nameof(speed), "the speed must be above 0");

    /// <summary>Simulated time, Unix ms.</summary>
    public long NowMs => epochSimMs + (long)Math.Floor((time.GetUtcNow() - _epochReal).TotalMilliseconds * Speed);

    /// <summary>Real time until a simulated moment; zero when it has passed.</summary>
    public TimeSpan RealUntil(long simMs)
    {
        var real = _epochReal + TimeSpan.FromMilliseconds((simMs - epochSimMs) / Speed);
        var wait = real - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Waits until a simulated moment.</summary>
    public async Task WaitUntilAsync(long simMs, CancellationToken cancellation)
    {
        while (RealUntil(simMs) is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, time, cancellation).ConfigureAwait(false);
    }
}
