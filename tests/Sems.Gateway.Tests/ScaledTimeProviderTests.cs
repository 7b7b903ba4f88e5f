using Sems.Gateway.Hosting;

namespace Sems.Gateway.Tests;

/// <summary>The demo's clock.</summary>
public sealed class ScaledTimeProviderTests
{
    private static readonly DateTimeOffset Sim = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_shows_the_simulated_instant_at_the_real_one_and_runs_at_its_speed()
    {
        var clock = new ScaledTimeProvider(DateTimeOffset.UtcNow.AddSeconds(-100), Sim, 60);
        var shown = clock.GetUtcNow() - Sim;
        Assert.InRange(shown, TimeSpan.FromSeconds(100 * 60), TimeSpan.FromSeconds(130 * 60));
    }

    [Fact]
    public void It_never_goes_backward()
    {
        var clock = new ScaledTimeProvider(DateTimeOffset.UtcNow, Sim, 1_000);
        var before = clock.GetUtcNow();
        for (var i = 0; i < 10_000; i++)
        {
            var now = clock.GetUtcNow();
            Assert.True(now >= before);
            before = now;
        }
    }

    [Fact]
    public void Time_stamps_measure_simulated_time()
    {
        var clock = new ScaledTimeProvider(DateTimeOffset.UtcNow, Sim, 10_000);
        // Each reading lies inside the next, so that a thread that is held up in between changes nothing.
        var (shown, stamp, shownLater) = (clock.GetUtcNow(), clock.GetTimestamp(), clock.GetUtcNow());
        while (clock.GetElapsedTime(stamp) < TimeSpan.FromMinutes(1)) Thread.Yield();
        var (atLeast, elapsed, atMost) = (clock.GetUtcNow() - shownLater, clock.GetElapsedTime(stamp), clock.GetUtcNow() - shown);
        Assert.InRange(elapsed, atLeast, atMost);
    }

    [Fact]
    public async Task A_timer_of_a_simulated_hour_is_due_when_the_clock_shows_it()
    {
        var clock = new ScaledTimeProvider(DateTimeOffset.UtcNow, Sim, 3_600);
        var started = clock.GetUtcNow();
        var due = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = clock.CreateTimer(_ => due.TrySetResult(clock.GetUtcNow()), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        var fired = await due.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(fired - started >= TimeSpan.FromMinutes(59), $"{fired - started}");
    }

    [Fact]
    public async Task A_delay_and_a_periodic_timer_run_at_its_speed()
    {
        var clock = new ScaledTimeProvider(DateTimeOffset.UtcNow, Sim, 3_600);
        await Task.Delay(TimeSpan.FromMinutes(10), clock).WaitAsync(TimeSpan.FromSeconds(20));
        using var periodic = new PeriodicTimer(TimeSpan.FromMinutes(5), clock);
        for (var i = 0; i < 3; i++) Assert.True(await periodic.WaitForNextTickAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.0001)]
    [InlineData(100_001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_speed_out_of_range_is_refused(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScaledTimeProvider(DateTimeOffset.UtcNow, Sim, speed));
}
