using Sems.GrainInterfaces;
using Sems.Grains.Rules;

namespace Sems.Grains.Tests.Rules;

public sealed class TimeRuleTests
{
    private static readonly DateTimeOffset T = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private static RuleBook Book(double? onAt, double beforeMinutes = 0, RuleSet open = RuleSet.None, double? fullAfter = null) => new()
    {
        Open = open,
        Power = new PowerClock(TimeSpan.FromMinutes(beforeMinutes), onAt is { } on ? T.AddMinutes(on) : null),
        FullAfter = fullAfter is { } full ? TimeSpan.FromMinutes(full) : null,
    };

    private static void AssertMinutes(double? minutes, DateTimeOffset? due) => Assert.Equal(minutes is { } m ? T.AddMinutes(m) : null, due);

    [Theory]
    [InlineData(SwitchState.Low, 0.0, 0, 100.0, RuleSet.None, 130.0)]
    [InlineData(SwitchState.Low, 200.0, 110, 100.0, RuleSet.None, 220.0)] // ten minutes low before a pause
    [InlineData(SwitchState.Low, 0.0, 0, 100.0, RuleSet.Overtime, null)] // once
    [InlineData(SwitchState.Low, 0.0, 0, null, RuleSet.None, null)]
    [InlineData(SwitchState.Charging, 0.0, 0, null, RuleSet.None, null)]
    [InlineData(SwitchState.Paused, null, 110, 100.0, RuleSet.None, null)]
    [InlineData(SwitchState.Locked, null, 110, 100.0, RuleSet.None, null)]
    public void Overtime_is_half_an_hour_low(SwitchState state, double? onAt, double before, double? fullAfter, RuleSet open, double? due) =>
        AssertMinutes(due, OvertimeRule.Due(state, Book(onAt, before, open, fullAfter), TimeSpan.FromMinutes(30)));

    [Theory]
    [InlineData(0.0, 0, RuleSet.None, 720.0)]
    [InlineData(0.0, 0, RuleSet.Silence, 720.0)]
    [InlineData(400.0, 300, RuleSet.None, 820.0)] // a pause of 100 minutes
    [InlineData(null, 719, RuleSet.None, null)]
    [InlineData(0.0, 0, RuleSet.LongestCharge, null)]
    public void The_longest_charge_is_twelve_hours_of_power(double? onAt, double before, RuleSet open, double? due) =>
        AssertMinutes(due, LongestChargeRule.Due(Book(onAt, before, open), TimeSpan.FromHours(12)));

    [Theory]
    [InlineData(0.0, null, -60, RuleSet.None, 1.0)] // never spoke
    [InlineData(0.0, 5.0, -60, RuleSet.None, 6.0)]
    [InlineData(10.0, 5.0, -60, RuleSet.None, 11.0)] // resumed
    [InlineData(0.0, 5.0, 5.8, RuleSet.None, 6.3)] // the process has just started
    [InlineData(0.0, 5.0, 5.0, RuleSet.None, 6.0)]
    [InlineData(0.0, 5.0, -60, RuleSet.Silence, null)]
    [InlineData(null, 5.0, -60, RuleSet.None, null)] // switched off
    public void Silence_is_a_minute_without_a_sample(double? onAt, double? heardAt, double since, RuleSet open, double? due)
    {
        DateTimeOffset? heard = heardAt is { } at ? T.AddMinutes(at) : null;
        AssertMinutes(due, SilenceRule.Due(Book(onAt, open: open), heard, T.AddMinutes(since), TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData(null, 3.0, 4.0)]
    [InlineData(7.0, 3.0, 8.0)]
    public void Offline_is_a_minute_without_a_poll(double? poll, double since, double due)
    {
        DateTimeOffset? last = poll is { } at ? T.AddMinutes(at) : null;
        AssertMinutes(due, OfflineRule.Due(last, T.AddMinutes(since), TimeSpan.FromMinutes(1)));
    }
}
