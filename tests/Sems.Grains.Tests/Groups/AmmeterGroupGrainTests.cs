using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;

namespace Sems.Grains.Tests.Groups;

public class AmmeterGroupGrainTests : SiloFixture
{
    [Fact]
    public async Task An_unknown_station_has_no_map_and_no_overview()
    {
        Assert.False((await Station("9999").AmmeterControl()).Known);
        Assert.Null(await Station("9999").Overview());
        Assert.Equal(Refusal.GroupUnknown, await Station("9999").RegisterAmmeter("A", "x"));
    }

    [Fact]
    public async Task A_station_is_online_for_a_minute_after_its_poll()
    {
        Assert.False((await Station().Overview())!.Online);
        await PollAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True((await Station().Overview())!.Online);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await Station().Overview())!.Online);
    }

    [Fact]
    public async Task A_poll_as_often_as_it_likes_loses_nothing()
    {
        await Meter("A").Start("c1");
        for (var i = 0; i < 3; i++) Assert.Equal("A1 B2 C2", await PollAsync());
    }

    [Fact]
    public async Task An_old_report_never_overrides_a_newer_one()
    {
        await PollAsync();
        await Station().Report(new AmmeterReport("A", 5, ControlLevel.Lock, SwitchState.Locked));
        await Station().Report(new AmmeterReport("A", 4, ControlLevel.On, SwitchState.Charging));
        Assert.Equal("A3 B2 C2", await PollAsync());
    }

    [Fact]
    public async Task A_report_of_a_meter_that_is_not_of_this_station_is_ignored()
    {
        await Station().Report(new AmmeterReport("Z", 5, ControlLevel.Lock, SwitchState.Locked));
        Assert.Equal("A2 B2 C2", await PollAsync());
    }

    [Fact]
    public async Task A_poll_carries_only_what_it_was_told_before()
    {
        await PollAsync();
        await Station().Report(new AmmeterReport("A", 1, ControlLevel.On, SwitchState.Charging));
        Assert.False(await Station().Carried("A", 1));
        await PollAsync();
        Assert.True(await Station().Carried("A", 1));
        Assert.False(await Station().Carried("A", 2));
        Assert.False(await Station().Carried("Z", 1));
    }

    [Fact]
    public async Task A_meter_can_be_added_renamed_and_taken_out_while_running()
    {
        Assert.Equal(Refusal.AmmeterUnknown, await Meter("D").Start("c1"));
        Assert.Equal(Refusal.None, await Station().RegisterAmmeter("D", "Socket D"));
        Assert.Equal("A2 B2 C2 D2", await PollAsync());
        Assert.Equal(Refusal.None, await Meter("D").Start("c1"));
        Assert.Equal(Refusal.AmmeterInUse, await Station().RemoveAmmeter("D"));
        await Meter("D").End("c1");
        Assert.Equal(Refusal.None, await Station().RegisterAmmeter("D", "Renamed"));
        Assert.Equal("Renamed", (await Station().Overview())!.Ammeters[^1].Name);
        Assert.Equal(Refusal.None, await Station().RemoveAmmeter("D"));
        Assert.Equal("A2 B2 C2", await PollAsync());
        Assert.Equal(Refusal.AmmeterUnknown, await Station().RemoveAmmeter("D"));
        Assert.Equal(Refusal.AmmeterUnknown, await Meter("D").Start("c1"));
    }

    [Fact]
    public async Task A_start_and_the_stations_first_poll_at_once_do_not_wait_for_each_other()
    {
        var start = Meter("A").Start("c1");
        var polls = Enumerable.Range(0, 8).Select(_ => PollAsync());
        await Task.WhenAll([start, .. polls]).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("A1 B2 C2", await PollAsync());
    }
}
