using System.Collections.Immutable;
using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage.Audit;

namespace Sems.Grains.Tests.Groups;

/// <summary>What administrators change of a station is obeyed at once by what runs, and kept.</summary>
public class StationRegistryTests : SiloFixture
{
    [Fact]
    public async Task A_retired_station_is_as_unknown_until_it_is_restored()
    {
        Assert.Equal("A2 B2 C2", await PollAsync());
        Assert.Equal(Refusal.None, await Meter("B").Start("c2"));
        Assert.Equal(RegistryRefusal.GroupInUse, await Station().Retire("ann"));
        Assert.Equal("A2 B1 C2", await PollAsync());
        await Meter("B").End("c2");
        for (var i = 0; i < 2; i++) Assert.Equal(RegistryRefusal.None, await Station().Retire("ann"));
        for (var i = 0; i < 2; i++)
        {
            Assert.False((await Station().AmmeterControl()).Known);
            Assert.Null(await Station().Overview());
            Assert.Equal(Refusal.AmmeterUnknown, await Meter("A").Start("c1"));
            Assert.Equal(RegistryRefusal.GroupUnknown, await Station().AddAmmeter("D", "D", "ann"));
            Assert.Empty(await Database.Registry.GroupsAsync());
            await RestartAsync();
        }
        Assert.Equal(RegistryRefusal.GroupExists, await Station().Create([], "ann"));
        Assert.Equal(RegistryRefusal.None, await Station().Restore("ann"));
        Assert.Equal("A2 B2 C2", await PollAsync());
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        Assert.Equal(["station.restore", "station.retire"], await AuditAsync("station/0001"));
    }

    [Fact]
    public async Task A_new_station_is_there_for_its_first_poll()
    {
        Assert.False((await Station("0009").AmmeterControl()).Known);
        ImmutableArray<FieldEdit> fields = [new("name", "南门", null), new("latitude", null, 30.5), new("longitude", null, 114.3)];
        Assert.Equal(RegistryRefusal.None, await Station("0009").Create(fields, "ann"));
        Assert.Equal(RegistryRefusal.GroupExists, await Station("0009").Create(fields, "ann"));
        Assert.True((await Station("0009").AmmeterControl()).Known);
        Assert.Equal(RegistryRefusal.None, await Station("0009").AddAmmeter("1", "一号", "ann"));
        Assert.Equal("1", Assert.Single((await Station("0009").AmmeterControl()).Entries).Ammeter);
        Assert.Equal(RegistryRefusal.None, await Station("0009").Edit([new FieldEdit("name", "新南门", null)], "ann"));
        var overview = (await Station("0009").Overview())!;
        Assert.Equal(("新南门", 30.5, 114.3, true), (overview.Name, overview.Latitude, overview.Longitude, overview.Online));
        Assert.Equal(RegistryRefusal.GroupUnknown, await Station("0008").Edit([], "ann"));
        Assert.Equal(["station.change", "station.create"], await AuditAsync("station/0009"));
    }

    [Fact]
    public async Task A_meter_added_renamed_or_taken_out_is_so_at_once()
    {
        Assert.Equal("A2 B2 C2", await PollAsync());
        Assert.Equal(Refusal.AmmeterUnknown, await Meter("D").Start("c1"));
        Assert.Equal(RegistryRefusal.None, await Station().AddAmmeter("D", "Socket D", "ann"));
        Assert.Equal(RegistryRefusal.AmmeterExists, await Station().AddAmmeter("D", "Socket D", "ann"));
        Assert.Equal("A2 B2 C2 D2", await PollAsync());
        Assert.Equal(Refusal.None, await Meter("D").Start("c1"));
        for (var i = 0; i < 2; i++) Assert.Equal(RegistryRefusal.None, await Station().RenameAmmeter("D", "四号", "ann"));
        Assert.Equal("四号", (await Meter("D").Status())!.Name);
        Assert.Equal("四号", (await Station().Overview())!.Ammeters[^1].Name);
        Assert.Equal("A2 B2 C2 D1", await PollAsync());
        Assert.Equal(RegistryRefusal.AmmeterInUse, await Station().TakeOutAmmeter("D", "ann"));
        await Meter("D").End("c1");
        Assert.Equal(RegistryRefusal.None, await Station().TakeOutAmmeter("D", "ann"));
        Assert.Equal("A2 B2 C2", await PollAsync());
        Assert.Equal(Refusal.AmmeterUnknown, await Meter("D").Start("c1"));
        Assert.Equal(RegistryRefusal.AmmeterUnknown, await Station().TakeOutAmmeter("D", "ann"));
        Assert.Equal(RegistryRefusal.AmmeterUnknown, await Station().RenameAmmeter("D", "x", "ann"));
        Assert.Equal(["ammeter.remove", "ammeter.rename", "ammeter.add"], await AuditAsync("ammeter/0001/D"));
    }

    private async Task<string[]> AuditAsync(string subject) =>
        [.. (await Database.Audit.ReadPageAsync(new AuditFilter(Subject: subject), 1, 50)).Items.Select(a => a.What)];
}
