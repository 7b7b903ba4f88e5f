using System.Text.Json;
using Sems.Analysis.Charging;
using Sems.Analysis.Features;
using Sems.Analysis.Phases;
using Sems.Analysis.Tests.Phases;
using Sems.Simulator.Bikes;

namespace Sems.Analysis.Tests.Features;

/// <summary>Features of made-up and simulated charges, whose figures are known.</summary>
public sealed class ChargeFeaturesTests
{
    [Fact]
    public void A_bike_s_charge_has_the_figures_of_its_charger()
    {
        foreach (var pack in PackCatalog.All)
        {
            var points = MadeCurve.Bike(pack, 0.2, 0.004);
            var features = ChargeFeatures.Of(points, PhaseFinder.Find(points));
            var charger = Charger.For(pack);
            var perSecond = charger.ConstantA * charger.CoulombEfficiency / (pack.CapacityAh * 3600);
            Assert.Equal(ChargeSide.Mains, features.Side);
            Assert.InRange(features.ConstantCurrentS, 0.9 * (charger.Knee - 0.2) / perSecond, 1.1 * (charger.Knee - 0.2) / perSecond);
            Assert.InRange(features.TaperTauS!.Value, 0.8 * (1 - charger.Knee) / perSecond, 1.25 * (1 - charger.Knee) / perSecond);
            Assert.True(features.EndedFull, $"{pack}");
            Assert.True(features.SawConstantCurrent, $"{pack}");
        }
    }

    [Fact]
    public void A_cell_s_charge_tells_what_it_took_from_each_voltage_on()
    {
        var points = MadeCurve.Cell(3000, 1000);
        var features = ChargeFeatures.Of(points, PhaseFinder.Find(points));
        Assert.Equal(ChargeSide.Battery, features.Side);
        Assert.Equal(1.5, features.PlateauA, 0.02);
        Assert.Equal(4.2, features.FullV!.Value, 0.02);
        Assert.Equal(1000, features.TaperTauS!.Value, 50.0);
        Assert.InRange(features.ChargeAh, 1.6, 1.7);
        var from = features.FromVoltages!;
        Assert.Equal(from.OrderByDescending(f => f.ChargeAh), from);
        // from 0.94 of 4.2 V on, half of the constant-current phase and all of the taper
        Assert.Equal(features.ChargeAh - 0.625, from.Single(f => f.Share == 0.94).ChargeAh, 0.05);
    }

    public static TheoryData<string, (int Minutes, double FromA, double ToA)[], bool, bool> Ends() => new()
    {
        { "nothing", [], false, false },
        { "no current", [(30, 0.02, 0.02)], false, false },
        { "unplugged at constant current", [(60, 1.2, 1.2)], false, true },
        { "unplugged while it fell", [(60, 1.2, 1.2), (30, 1.2, 0.7)], false, true },
        { "a whole charge", [(120, 1, 1), (60, 1, 0.2), (60, 0.2, 0.1), (60, 0.1, 0.1)], true, true },
        { "till nothing", [(120, 1, 1), (60, 1, 0.15), (30, 0.01, 0.01)], true, true },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void It_is_known_whether_it_ended_full(string name, (int Minutes, double FromA, double ToA)[] pieces, bool isFull, bool sawConstant)
    {
        var points = MadeCurve.Of(pieces);
        var features = ChargeFeatures.Of(points, PhaseFinder.Find(points));
        Assert.True(isFull == features.EndedFull, $"{name}: {features}");
        Assert.True(sawConstant == features.SawConstantCurrent, $"{name}: {features}");
    }

    [Fact]
    public void A_gap_counts_nothing_and_is_told()
    {
        var points = MadeCurve.Of((60, 1, 1), (30, -1, -1), (60, 1, 1));
        var features = ChargeFeatures.Of(points, PhaseFinder.Find(points));
        Assert.Equal(1800, features.SilentS, 15.0);
        Assert.Equal(2, features.ChargeAh, 0.02);
        Assert.Equal(440, features.EnergyWh, 5.0);
        Assert.Equal(123, ChargeFeatures.Of(points, PhaseFinder.Find(points), 123).EnergyWh);
    }

    [Fact]
    public void It_goes_to_json_and_back()
    {
        var points = MadeCurve.Cell(3000, 1000);
        var json = JsonSerializer.Serialize(ChargeFeatures.Of(points, PhaseFinder.Find(points)));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ChargeFeatures>(json)));
    }
}
