using System.Text.Json;
using Sems.Grains.Ammeters;
using Sems.Grains.Rules;
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
    public void What_rules_decided_reads_back_with_what_is_still_to_be_told()
    {
        var state = MachineStates.Found(MachineStates.Low, RuleSet.OverCurrent, RuleOutcome.Lock);
        var back = ReadBack(JsonSerializer.Serialize(state, GrainStateJson.Default.AmmeterState));
        Assert.Equal(state.Session!.Book, back.Session!.Book);
        Assert.Equal(state.Effects, back.Effects);
        Assert.Equal((RuleSet.OverCurrent, 2), (back.Session.Rules.Open, back.Session.Rules.Decisions));
        Assert.Null(back.Session.Rules.Power.Since);
    }

    [Theory]
    [InlineData("charging", true)]
    [InlineData("low", true)]
    [InlineData("paused", false)]
    public void A_session_from_before_there_were_rules_goes_on(string name, bool powered)
    {
        var state = MachineStates.Named(name);
        var old = JsonSerializer.Serialize(state with { Session = state.Session! with { Book = null } }, GrainStateJson.Default.AmmeterState);
        Assert.DoesNotContain("Power", old, StringComparison.Ordinal);
        var book = ReadBack(old).Upgraded().Session!.Rules;
        Assert.Equal(powered ? MachineStates.Now : null, book.Power.Since);
        Assert.Equal(name == "low" ? TimeSpan.Zero : null, book.FullAfter);
    }

    private static AmmeterState ReadBack(string text) => JsonSerializer.Deserialize(text, GrainStateJson.Default.AmmeterState)!;

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
