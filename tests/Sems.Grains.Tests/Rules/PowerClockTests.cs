using Sems.Grains.Rules;

namespace Sems.Grains.Tests.Rules;

public sealed class PowerClockTests
{
    private static readonly DateTimeOffset T = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    /// <summary>Minutes at which the switch goes off, on, off, …; it is on from 0.</summary>
    [Theory]
    [InlineData("", 30, 30)]
    [InlineData("10", 30, 10)]
    [InlineData("10 20", 30, 20)]
    [InlineData("10 20 25", 30, 15)]
    [InlineData("10 5", 30, 35)] // a clock that was set back is believed from then on
    [InlineData("10 20 15", 30, 10)] // and never makes time run backward
    public void Counts_time_with_power_only(string switches, int now, int minutes)
    {
        var (clock, on) = (PowerClock.Start(T), true);
        foreach (var at in switches.Split(' ', StringSplitOptions.RemoveEmptyEntries)) clock = clock.Switched(on = !on, T.AddMinutes(int.Parse(at)));
        Assert.Equal(TimeSpan.FromMinutes(minutes), clock.At(T.AddMinutes(now)));
        Assert.Equal(on ? T.AddMinutes(now) : null, clock.Reaches(TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var clock = PowerClock.Start(T);
        Assert.Equal(clock, clock.Switched(true, T.AddHours(1)));
        var off = clock.Switched(false, T.AddHours(1));
        Assert.Equal(off, off.Switched(false, T.AddHours(2)));
    }
}
