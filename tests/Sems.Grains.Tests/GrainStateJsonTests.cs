using System.Text.Json;
using Sems.Grains.Ammeters;
using Sems.Grains.Tariffs;
using Sems.Grains.Tests.Ammeters;

namespace Sems.Grains.Tests;

public sealed class GrainStateJsonTests
{
    [Theory]
    [InlineData("idle")]
    [InlineData("charging")]
    [InlineData("low")]
    [InlineData("paused")]
    [InlineData("locked session")]
    public void A_state_reads_back_as_it_was_written(string name)
    {
        var state = MachineStates.Named(name) with { Effects = [new Effect(EffectKind.LedgerClose, 7) { Closing = MachineStates.Closing() }] };
        var text = JsonSerializer.Serialize(state, GrainStateJson.Default.AmmeterState);
        var back = JsonSerializer.Deserialize(text, GrainStateJson.Default.AmmeterState)!;
        Assert.Equal(text, JsonSerializer.Serialize(back, GrainStateJson.Default.AmmeterState));
        Assert.Equal((state.Switch, state.Version, state.BeforeLock, state.Pending), (back.Switch, back.Version, back.BeforeLock, back.Pending));
        Assert.Equal(state.Session?.ChargeId, back.Session?.ChargeId);
        Assert.Equal(state.Effects[0].Closing, back.Effects[0].Closing);
    }

    [Fact]
    public void A_tariff_that_costs_nothing_reads_back()
    {
        var free = new Tariff { Base = new Rate(0, 0), Bands = [new TariffBand(0, 60, new Rate(0, 0))] };
        var text = JsonSerializer.Serialize(free, GrainStateJson.Default.Tariff);
        var back = JsonSerializer.Deserialize(text, GrainStateJson.Default.Tariff)!;
        Assert.Equal((free.Base, free.Bands[0], free.CapFen), (back.Base, back.Bands[0], back.CapFen));
        Assert.DoesNotContain("RateCount", text, StringComparison.Ordinal);
    }
}
