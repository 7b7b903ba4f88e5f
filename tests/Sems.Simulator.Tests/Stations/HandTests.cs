using System.Globalization;
using Sems.Simulator.Campus;
using Sems.Simulator.Students;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Stations;

/// <summary>A bike that a person plugs in and takes away, at a station where others come and go by plan.</summary>
public class HandTests
{
    private const string First = StationHarness.Group + "/000000000001";
    private static readonly Visit Visit = new(0.4, TimeSpan.MaxValue, null);
    private readonly Student _student = new(new CampusStudent("1030412500", "card00", "name0"), 1) { ByHand = true };

    [Fact]
    public async Task It_charges_until_it_is_taken_away()
    {
        await using var harness = await StationHarness.StartAsync(strict: true, students: 0, cards: 1);
        Assert.Null(await Told(harness, harness.Station.PlugInAsync(_student, Visit)));
        Assert.NotNull(harness.Station.Find(_student));
        await harness.AdvanceAsync(TimeSpan.FromMinutes(20));
        Assert.InRange(LastCurrent(harness), 0.5m, 5m);

        Assert.Null(await Told(harness, harness.Station.UnplugAsync(_student)));
        Assert.Null(harness.Station.Find(_student));
        Assert.Equal((1, 1), (harness.Stats.SessionsCompleted, harness.Meters.Count(m => m.IsFree)));
        await harness.AdvanceAsync(TimeSpan.FromHours(12));
        Assert.Single(harness.Sems.Named("start"), r => r.Text("card_number") == "card00");
        harness.AssertNoErrors();
    }

    [Fact]
    public async Task An_over_current_is_felt_until_the_power_is_cut()
    {
        await using var harness = await StationHarness.StartAsync(strict: true, students: 0, cards: 1);
        await Told(harness, harness.Station.PlugInAsync(_student, Visit));
        harness.Station.Find(_student)!.Value.Session.Overloaded = true;
        await harness.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.InRange(LastCurrent(harness), 12m, 15m);

        harness.Sems.Operator[First] = '3';
        await harness.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0m, LastCurrent(harness));
        Assert.Equal(Refusals.AmmeterLocked, await Told(harness, harness.Station.UnplugAsync(_student)));

        harness.Sems.Operator.Remove(First);
        await harness.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.InRange(LastCurrent(harness), 0.5m, 5m);
        harness.AssertNoErrors();
    }

    [Fact]
    public async Task Why_not_is_told()
    {
        await using var harness = await StationHarness.StartAsync(strict: true, students: 0, cards: 1);
        Assert.Equal(Refusals.NoSession, await Told(harness, harness.Station.UnplugAsync(_student)));
        harness.Sems.Override = r => r.Name == "start" ? (200, $$"""{"result":0,"message":"{{Refusals.Arrears}}"}""") : null;
        Assert.Equal(Refusals.Arrears, await Told(harness, harness.Station.PlugInAsync(_student, Visit)));
        harness.Sems.Override = null;
        Assert.Null(await Told(harness, harness.Station.PlugInAsync(_student, Visit)));
        Assert.NotNull(await Told(harness, harness.Station.PlugInAsync(new Student(new CampusStudent("2", "b", "b"), 1) { ByHand = true }, Visit)));
        harness.AssertNoErrors();
    }

    private static async Task<string?> Told(StationHarness harness, Task<string?> asked)
    {
        await harness.SettleAsync();
        return await asked;
    }

    private static decimal LastCurrent(StationHarness harness) =>
        decimal.Parse(harness.Sems.Named("charge").Last().Raw("current_value"), CultureInfo.InvariantCulture);
}
