using System.Globalization;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Stations;

/// <summary>A station obeys what the poll says, within one poll.</summary>
public class ControlTests
{
    private const string First = StationHarness.Group + "/000000000001";
    private static readonly TimeSpan OnePoll = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Off_stops_the_current_and_keeps_the_session()
    {
        await using var harness = await StationHarness.StartAsync();
        await harness.UntilChargingAsync();
        Assert.True(LastCurrent(harness) > 0.3m);

        harness.Sems.Operator[First] = '0';
        await harness.AdvanceAsync(OnePoll);
        var before = harness.Stats.Samples;
        await harness.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(0m, LastCurrent(harness));
        Assert.True(harness.Stats.Samples >= before + 10);
        Assert.Equal(1, harness.Stats.SessionsOpen);

        harness.Sems.Operator.Remove(First);
        await harness.AdvanceAsync(OnePoll + TimeSpan.FromSeconds(15));
        Assert.True(LastCurrent(harness) > 0.3m);
        harness.AssertNoErrors();
    }

    [Fact]
    public async Task Release_frees_the_bike_and_the_station_sends_the_end()
    {
        await using var harness = await StationHarness.StartAsync();
        await harness.UntilChargingAsync();

        harness.Sems.Release(First);
        await harness.AdvanceAsync(OnePoll * 2);

        Assert.Null(harness.Meters[0].Session);
        Assert.Equal((1, 0), (harness.Stats.SessionsCompleted, harness.Stats.SessionsOpen));
        Assert.Single(harness.Sems.Named("end"));
        var samples = harness.Sems.Named("charge").Count();
        await harness.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(samples, harness.Sems.Named("charge").Count());
        harness.AssertNoErrors();
    }

    [Fact]
    public async Task A_release_nobody_asked_for_is_an_error_where_no_operator_acts()
    {
        await using var harness = await StationHarness.StartAsync(strict: true);
        await harness.UntilChargingAsync();
        harness.Sems.Release(First);
        await harness.AdvanceAsync(OnePoll * 3);
        Assert.Contains(harness.Stats.Errors.First, e => e.Reason.Contains("nobody released it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lock_stops_the_current_and_keeps_the_bike_until_unlocked()
    {
        await using var harness = await StationHarness.StartAsync();
        await harness.UntilChargingAsync();
        harness.Sems.Operator[First] = '3';
        await harness.AdvanceAsync(TimeSpan.FromHours(12));

        Assert.Equal(0m, LastCurrent(harness));
        Assert.Equal(1, harness.Stats.SessionsOpen);
        Assert.True(harness.Stats.RefusedAtMeter > 0, "the owner's swipe must be refused");
        Assert.Empty(harness.Sems.Named("end"));

        harness.Sems.Operator.Remove(First);
        await harness.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(1, harness.Stats.SessionsCompleted);
        harness.AssertNoErrors();
    }

    [Fact]
    public async Task A_locked_free_meter_takes_no_swipe()
    {
        await using var harness = await StationHarness.StartAsync(students: 5);
        harness.Sems.Operator[First] = '3';
        await harness.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.True(harness.Stats.RefusedAtMeter > 0);
        Assert.All(harness.Sems.Replies, reply => Assert.DoesNotContain(Refusals.AlreadyCharging, reply, StringComparison.Ordinal));
        Assert.Equal(0, harness.Stats.SessionsOpen);
        harness.AssertNoErrors();
    }

    [Fact]
    public async Task A_refused_sample_must_be_explained_by_the_next_poll()
    {
        await using var harness = await StationHarness.StartAsync();
        await harness.UntilChargingAsync();
        harness.Sems.Override = r => r.Name == "charge" ? (200, $$"""{"result":0,"message":"{{Refusals.NoSession}}"}""") : null;
        await harness.AdvanceAsync(TimeSpan.FromSeconds(20));
        Assert.Contains(harness.Stats.Errors.First, e => e.Reason.Contains("the next poll says \"1\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_for_a_lock_must_be_explained_by_the_next_poll()
    {
        await using var harness = await StationHarness.StartAsync();
        harness.Sems.Override = r => r.Name == "start" ? (200, $$"""{"result":0,"message":"{{Refusals.AmmeterLocked}}"}""") : null;
        await harness.AdvanceUntilAsync(() => harness.Sems.Named("start").Any());
        Assert.Contains(harness.Stats.Errors.First, e => e.Reason.Contains("does not say \"3\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_stays_on_the_map_after_its_end_is_an_error()
    {
        await using var harness = await StationHarness.StartAsync(strict: true);
        harness.Sems.Override = r => r.Name == "AmmeterControl" && harness.Stats.SessionsCompleted > 0 ? (200, """{"000000000001":"1"}""") : null;
        await harness.AdvanceUntilAsync(() => harness.Stats.SessionsCompleted == 1);
        await harness.AdvanceAsync(OnePoll * 2);
        Assert.Contains(harness.Stats.Errors.First, e => e.Reason.Contains("nobody charges there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_meter_taken_by_somebody_else_is_left_alone()
    {
        await using var harness = await StationHarness.StartAsync(students: 5);
        harness.Sems.Override = r => r.Name == "AmmeterControl" ? (200, """{"000000000001":"1"}""") : null;
        await harness.AdvanceAsync(TimeSpan.FromSeconds(10));
        var starts = harness.Sems.Named("start").Count();
        await harness.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.True(harness.Sems.Named("start").Count() <= starts + 1);
    }

    private static decimal LastCurrent(StationHarness harness) =>
        decimal.Parse(harness.Sems.Named("charge").Last().Raw("current_value"), CultureInfo.InvariantCulture);
}
