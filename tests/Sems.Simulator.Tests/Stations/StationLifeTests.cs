using System.Globalization;
using Sems.Simulator.Tests.Fake;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Stations;

/// <summary>A station's ordinary day.</summary>
public class StationLifeTests
{
    [Fact]
    public async Task A_charge_is_check_start_samples_end()
    {
        await using var harness = await StationHarness.StartAsync();
        await harness.AdvanceUntilAsync(() => harness.Stats.SessionsCompleted == 1);

        var names = harness.Sems.Requests.Where(r => !r.ToString().Contains("\"ff", StringComparison.Ordinal)) // an unknown card may come by
            .Select(r => r.Name).Where(n => n is not "AmmeterControl" and not "money").ToList();
        var end = names.IndexOf("end");
        Assert.Equal(["checkStudent", "start"], names[..2]);
        Assert.All(names[2..end], name => Assert.Equal("charge", name));
        Assert.True(end > 100, "a charge of 20 minutes has more samples");
        Assert.Contains("money", harness.Sems.Requests.Select(r => r.Name));
        harness.AssertNoErrors();
    }

    [Fact]
    public async Task Samples_are_about_ten_seconds_apart_and_the_station_polls_every_five()
    {
        await using var harness = await StationHarness.StartAsync();
        await harness.UntilChargingAsync();
        var before = harness.Sems.Named("AmmeterControl").Count();
        await harness.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.InRange(harness.Sems.Named("AmmeterControl").Count() - before, 119, 121);
        var times = harness.Sems.Named("charge").Select(r => decimal.Parse(r.Raw("time"), CultureInfo.InvariantCulture)).ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 9m, 11m));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_old_station_sends_neither_voltage_nor_power(bool old)
    {
        await using var harness = await StationHarness.StartAsync(old: old);
        await harness.UntilChargingAsync();
        Assert.All(harness.Sems.Named("charge"), r =>
        {
            Assert.Equal(!old, r.Body.TryGetProperty("voltage_value", out _));
            Assert.Equal(!old, r.Body.TryGetProperty("power_value", out _));
        });
    }

    [Fact]
    public async Task A_crowd_gets_every_refusal_it_deserves_and_nothing_else_goes_wrong()
    {
        await using var harness = await StationHarness.StartAsync(meters: 6, students: 24, strict: true, unwelcome: true);
        await harness.AdvanceAsync(TimeSpan.FromHours(24));

        harness.AssertNoErrors();
        foreach (var refusal in new[] { Refusals.AlreadyCharging, Refusals.AmmeterBusy, Refusals.UnknownCard, Refusals.NotRegistered, Refusals.Blocked })
            Assert.Contains(harness.Sems.Replies, reply => reply.Contains(refusal, StringComparison.Ordinal));
        Assert.True(harness.Stats.SessionsCompleted >= 10, $"only {harness.Stats.SessionsCompleted} completed");
        Assert.Equal(harness.Stats.SessionsStarted, harness.Sems.Charges.Count);
        Assert.True(harness.Stats.TurnedAway > 0);
    }

    [Fact]
    public async Task Closing_ends_every_session_and_lets_nobody_in()
    {
        await using var harness = await StationHarness.StartAsync(meters: 4, students: 12);
        await harness.AdvanceUntilAsync(() => harness.Stats.SessionsOpen == 4);
        await harness.Station.CloseAsync();

        Assert.Equal(0, harness.Stats.SessionsOpen);
        Assert.All(harness.Sems.Charges, c => Assert.True(c.Ended));
        var starts = harness.Sems.Named("start").Count();
        await harness.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(starts, harness.Sems.Named("start").Count());
        harness.AssertNoErrors();
    }

    [Fact]
    public async Task The_same_seed_does_the_same_at_every_meter()
    {
        var one = await DayAsync(seed: 4);
        Assert.Equal(one, await DayAsync(seed: 4));
        Assert.NotEqual(one, await DayAsync(seed: 5));

        static async Task<List<string>> DayAsync(int seed)
        {
            await using var harness = await StationHarness.StartAsync(meters: 3, students: 8, strict: true, seed: seed);
            await harness.AdvanceAsync(TimeSpan.FromHours(2));
            return [.. harness.Sems.Requests.Where(r => r.Name is "start" or "charge" or "end").OrderBy(r => r.Meter, StringComparer.Ordinal).Select(r => r.ToString())];
        }
    }

    [Fact]
    public async Task An_overloaded_server_gets_everything_once_more_in_order()
    {
        await using var harness = await StationHarness.StartAsync(meters: 3, students: 8, strict: true);
        var attempts = 0;
        harness.Sems.Override = _ => ++attempts % 3 != 0 ? (503, """{"result":-1,"message":"服务暂不可用"}""") : null;
        await harness.AdvanceAsync(TimeSpan.FromHours(1));
        harness.Sems.Override = null;
        await harness.Station.CloseAsync();

        harness.AssertNoErrors();
        Assert.True(harness.Stats.Retries > harness.Stats.Requests, $"{harness.Stats.Retries} retries of {harness.Stats.Requests} requests");
        Assert.Equal(harness.Stats.SessionsStarted, harness.Sems.Charges.Count);
        Assert.Equal(harness.Stats.Samples, harness.Sems.Charges.Sum(c => c.Points.Count));
        Assert.All(harness.Sems.Named("charge").GroupBy(r => r.Meter), meter => AssertInOrder([.. meter]));
    }

    [Fact]
    public async Task A_wrong_answer_is_kept_with_its_request()
    {
        await using var harness = await StationHarness.StartAsync();
        await harness.UntilChargingAsync();
        harness.Sems.Override = r => r.Name == "charge" ? (200, """{"result":-1,"message":"系统异常"}""") : null;
        await harness.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.InRange(harness.Stats.Errors.Count, 5, 7);
        Assert.Contains("ammeter_number", harness.Stats.Errors.First[0].Request, StringComparison.Ordinal);
        Assert.Contains("系统异常", harness.Stats.Errors.First[0].Reply, StringComparison.Ordinal);
    }

    private static void AssertInOrder(List<FakeRequest> requests)
    {
        var times = requests.Select(r => decimal.Parse(r.Raw("time"), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(times.Order(), times);
    }
}
