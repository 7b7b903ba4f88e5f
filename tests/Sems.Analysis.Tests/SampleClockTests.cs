using Sems.Analysis.Charging;

namespace Sems.Analysis.Tests;

/// <summary>Times here: station seconds on the left, server milliseconds on the right.</summary>
public sealed class SampleClockTests
{
    private const long Server = 1_772_352_000_000;
    private const double Station = 1_340_294_400; // the documented example: a clock of 2012

    private SampleClock _clock = SampleClock.Start;

    private Placement Take(double time, long arrivalMs)
    {
        var place = _clock.Place(time, arrivalMs);
        _clock = _clock.After(time, place, arrivalMs);
        return place;
    }

    [Fact]
    public void The_first_sample_is_where_it_arrives_however_wrong_its_clock() =>
        Assert.Equal(new Placement(Server, Leap: false, Late: false), Take(Station, Server));

    [Fact]
    public void Later_samples_keep_the_stations_spacing()
    {
        Take(Station, Server);
        Assert.Equal(new Placement(Server + 10_000, false, false), Take(Station + 10, Server + 10_300));
        Assert.Equal(new Placement(Server + 20_000, false, false), Take(Station + 20, Server + 20_900));
    }

    [Fact]
    public void A_backlog_delivered_at_once_keeps_its_spacing()
    {
        Take(Station, Server);
        var arrival = Server + (12 * 3_600_000L);
        for (var i = 1; i <= 4000; i++) Assert.Equal(new Placement(Server + (i * 10_000L), false, false), Take(Station + (i * 10), arrival + i));
    }

    [Fact]
    public void No_sample_lies_in_the_servers_future()
    {
        Take(Station, Server);
        Assert.Equal(Server + 1_000, Take(Station + 600, Server + 1_000).AtMs);
        Assert.Equal(Server + 11_000, Take(Station + 610, Server + 11_000).AtMs);
    }

    [Fact]
    public void A_late_sample_is_stored_in_its_place()
    {
        Take(Station, Server);
        Take(Station + 30, Server + 30_000);
        Assert.Equal(new Placement(Server + 10_000, Leap: false, Late: true), Take(Station + 10, Server + 31_000));
        Assert.Equal(new Placement(Server + 40_000, false, false), Take(Station + 40, Server + 40_000));
    }

    [Fact]
    public void A_backlog_that_comes_after_a_live_sample_is_late_not_a_leap()
    {
        Take(Station, Server);
        Take(Station + 20_000, Server + 20_000_000);
        Assert.Equal(new Placement(Server + 10_000, Leap: false, Late: true), Take(Station + 10, Server + 20_001_000));
    }

    [Theory]
    [InlineData(-100_000_000)]
    [InlineData(100_000_000)]
    [InlineData(-3_700)]
    [InlineData(3_700)]
    public void One_wrong_clock_is_placed_by_its_arrival_and_changes_nothing_after(double leap)
    {
        Take(Station, Server);
        Assert.Equal(new Placement(Server + 10_000, Leap: true, Late: false), Take(Station + 10 + leap, Server + 10_000));
        Assert.Equal(new Placement(Server + 20_000, false, false), Take(Station + 20, Server + 20_100));
    }

    [Fact]
    public void A_glitch_of_less_than_an_hour_does_not_hold_up_what_follows()
    {
        Take(Station, Server);
        Take(Station + 10, Server + 10_000);
        Assert.Equal(Server + 20_000, Take(Station + 3040, Server + 20_000).AtMs);
        Assert.Equal(new Placement(Server + 30_000, false, false), Take(Station + 30, Server + 30_100));
    }

    [Fact]
    public void Replayed_in_the_order_of_the_curve_it_comes_to_the_same_line()
    {
        Take(Station, Server);
        var late = Take(Station - 10, Server + 5_000);
        Assert.True(late.Late);
        var replayed = SampleClock.Start.After(Station - 10, late).After(Station, new Placement(Server, false, false));
        foreach (var time in new[] { Station + 20, Station - 5, Station - 100_000_000 })
            Assert.Equal(_clock.Place(time, Server + 20_000), replayed.Place(time, Server + 20_000));
    }

    [Fact]
    public void A_silence_of_hours_is_no_leap_when_the_stations_clock_went_on()
    {
        Take(Station, Server);
        Assert.Equal(new Placement(Server + 7_200_000, false, false), Take(Station + 7200, Server + 7_200_050));
    }

    [Fact]
    public void A_clock_that_was_set_is_adopted_after_some_samples()
    {
        Take(Station, Server);
        for (var i = 1; i <= SampleClock.SamplesToAdopt; i++)
            Assert.True(Take(1_772_352_000 + (i * 10), Server + (i * 10_000)).Leap);
        Assert.Equal(new Placement(Server + 50_000, false, false), Take(1_772_352_050, Server + 50_500));
    }

    [Theory]
    [InlineData(-605)]
    [InlineData(-3_595)]
    public void A_clock_that_was_set_back_within_the_session_is_adopted_when_its_samples_keep_coming_live(double step)
    {
        for (var i = 0; i < 400; i++) Take(Station + (i * 10), Server + (i * 10_000));
        for (var i = 400; i < 400 + SampleClock.LatesToDoubt; i++) Assert.True(Take(Station + step + (i * 10), Server + (i * 10_000)).Late);
        for (var i = 403; i < 403 + SampleClock.SamplesToAdopt; i++)
            Assert.Equal(new Placement(Server + (i * 10_000), Leap: true, Late: false), Take(Station + step + (i * 10), Server + (i * 10_000)));
        Assert.Equal(new Placement(Server + 4_070_000, false, false), Take(Station + step + 4_070, Server + 4_070_300));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3_000)]
    public void A_backlog_after_a_live_sample_stays_late_while_it_comes_faster_than_it_was_measured(int betweenMs)
    {
        Take(Station, Server);
        Take(Station + 3_600, Server + 3_600_000);
        for (var i = 1; i < 300; i++)
            Assert.Equal(new Placement(Server + (i * 10_000), Leap: false, Late: true), Take(Station + (i * 10), Server + 3_600_000 + (i * betweenMs)));
    }

    [Fact]
    public void The_latest_time_tells_what_surely_is_new()
    {
        Assert.True(_clock.LatestTime < 0);
        Take(Station + 10, Server);
        Take(Station, Server + 10);
        Assert.Equal(Station + 10, _clock.LatestTime);
    }
}
