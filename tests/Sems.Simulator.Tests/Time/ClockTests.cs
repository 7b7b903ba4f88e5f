using Sems.Simulator.Tests.Support;
using Sems.Simulator.Time;

namespace Sems.Simulator.Tests.Time;

public class ClockTests
{
    [Fact]
    public void Simulated_time_is_the_epoch_plus_real_time_times_the_speed()
    {
        var time = new ManualTime();
        var real = time.GetUtcNow().ToUnixTimeMilliseconds();
        var clock = new SimulationClock(time, real - 1000, 5_000_000, 480);
        Assert.Equal(5_480_000, clock.NowMs);
        time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(5_600_000, clock.NowMs);
        Assert.Equal(TimeSpan.FromMilliseconds(500), clock.RealUntil(5_840_000));
        Assert.Equal(TimeSpan.Zero, clock.RealUntil(5_000_000));
    }

    [Fact]
    public async Task Waiting_ends_at_the_simulated_moment()
    {
        var time = new ManualTime();
        var clock = new SimulationClock(time, time.GetUtcNow().ToUnixTimeMilliseconds(), 0, 10);
        var wait = clock.WaitUntilAsync(10_000, default);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(wait.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await wait.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_speed_that_is_none_is_refused(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationClock(new ManualTime(), 0, 0, speed));

    [Theory]
    [InlineData("2026-03-02T10:00:00Z", "2026-03-02T08:30:00Z")]
    [InlineData("2026-03-02T07:00:00Z", "2026-03-01T08:30:00Z")]
    [InlineData("2026-03-02T08:30:00Z", "2026-03-02T08:30:00Z")]
    public void Last_half_past_four_on_campus(string now, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected).ToUnixTimeMilliseconds(),
        ChinaTime.LastAt(DateTimeOffset.Parse(now).ToUnixTimeMilliseconds(), new TimeSpan(16, 30, 0)));

    [Fact]
    public void Streams_depend_on_seed_purpose_and_person()
    {
        var first = Draw(1, "bike", "a");
        Assert.Equal(first, Draw(1, "bike", "a"));
        Assert.NotEqual(first, Draw(2, "bike", "a"));
        Assert.NotEqual(first, Draw(1, "life", "a"));
        Assert.NotEqual(first, Draw(1, "bike", "b"));

        static int[] Draw(int seed, string purpose, string who)
        {
            var random = Seeds.Stream(seed, purpose, who);
            return [.. Enumerable.Range(0, 8).Select(_ => random.Next(1000))];
        }
    }
}
