using System.Text.Json;
using Sems.Analysis.Batteries;
using Sems.Analysis.Features;
using Sems.Analysis.Health;
using Sems.Simulator.Bikes;

namespace Sems.Analysis.Tests.Health;

/// <summary>Health of vehicles' batteries, over a year of each battery of the simulator.</summary>
public sealed class VehicleHealthTests
{
    private static readonly BatteryLabel Label = new(BatteryKind.LeadAcid, 48, 20);

    [Theory]
    [InlineData(1.0, 0.70, 1.0)]
    [InlineData(1.0, 0.70, 0.5)]
    [InlineData(1.0, 0.96, 0.8)]
    public void A_year_is_told_as_it_went(double newShare, double oldShare, double told)
    {
        var (inside, known, signs, trends, right) = (0, 0, 0, 0, 0);
        for (var i = 0; i < PackCatalog.All.Count; i++)
        {
            var readings = new YearOfCharges(PackCatalog.All[i], newShare, oldShare, told, i + 1).Readings().ToList();
            foreach (var (reading, truth) in readings.Where(r => r.Reading.SohPercent is not null))
            {
                known++;
                inside += truth >= reading.Low && truth <= reading.High ? 1 : 0;
            }
            var last = readings[^1].Reading;
            var trend = Assert.IsType<Interval>(last.TrendPercentPerMonth);
            var truly = (oldShare - newShare) * 100 * 30 / 365;
            trends += truly >= trend.Low && truly <= trend.High ? 1 : 0;
            signs += trend.Value < 0 ? 1 : 0;
            right += last.Verdict == (oldShare < 0.8 ? HealthVerdict.LikelyAged : HealthVerdict.Good) ? 1 : 0;
            Assert.NotEqual(oldShare < 0.8 ? HealthVerdict.Good : HealthVerdict.LikelyAged, last.Verdict);
            Assert.NotEmpty(last.Reasons);
            Assert.Empty(last.Missing);
        }
        var packs = PackCatalog.All.Count;
        Assert.InRange((double)inside / known, 0.85, 1);
        Assert.InRange(trends, packs - 1, packs);
        Assert.InRange(signs, oldShare < 0.8 ? packs : packs - 4, packs);
        Assert.InRange(right, packs - 3, packs);
    }

    [Fact]
    public void Nobody_said_what_was_left_so_nobody_can_tell()
    {
        var last = new YearOfCharges(PackCatalog.All[0], 1, 0.7, 0, 3).Readings().Last().Reading;
        Assert.Equal(HealthVerdict.NotEnoughData, last.Verdict);
        Assert.Null(last.SohPercent);
        Assert.Contains(last.Missing, m => m.Contains("剩余电量", StringComparison.Ordinal));
        Assert.Contains(last.Reasons, r => r.Contains("时间常数", StringComparison.Ordinal)); // that something changed is seen all the same
    }

    [Fact]
    public void Without_a_label_it_is_the_label_that_is_missing()
    {
        var state = VehicleHealth.Take(VehicleHealthState.Empty, Full(600, 1), BatteryLabel.Unknown, 20);
        var reading = VehicleHealth.Read(state, 1);
        Assert.Equal(HealthVerdict.NotEnoughData, reading.Verdict);
        Assert.Contains(reading.Missing, m => m.Contains("额定", StringComparison.Ordinal));
    }

    [Fact]
    public void A_few_charges_say_how_many_more_are_needed()
    {
        var state = Enumerable.Range(1, 3).Aggregate(VehicleHealthState.Empty, (s, day) => VehicleHealth.Take(s, Full(1000, day), Label, 30));
        var reading = VehicleHealth.Read(state, 1);
        Assert.Equal(HealthVerdict.NotEnoughData, reading.Verdict);
        Assert.Equal(["还需要 2 次充到满的充电。", "还需要 2 次在开始时说明剩余电量（75% 以下）并充到满的充电。"], reading.Missing);
    }

    /// <summary>A charge that brought much more than the battery is believed to hold cannot have come from nowhere.</summary>
    [Fact]
    public void The_deepest_charge_is_a_lower_bound()
    {
        var state = Enumerable.Range(1, 8).Aggregate(VehicleHealthState.Empty, (s, day) => VehicleHealth.Take(s, Full(600, day), Label, 30));
        var before = VehicleHealth.Read(state, 1).SohPercent;
        state = VehicleHealth.Take(state, Full(1300, 9), Label);
        Assert.True(VehicleHealth.Read(state, 1).SohPercent > before + 5);
    }

    [Fact]
    public void One_odd_saying_changes_little_and_another_battery_is_believed()
    {
        var state = Enumerable.Range(1, 12).Aggregate(VehicleHealthState.Empty, (s, day) => VehicleHealth.Take(s, Full(700, day), Label, 30));
        var before = VehicleHealth.Read(state, 1).SohPercent!.Value;
        var odd = VehicleHealth.Take(state, Full(700, 13), Label, 74);
        Assert.Equal(before, VehicleHealth.Read(odd, 1).SohPercent!.Value, 3.0);
        var other = Enumerable.Range(13, 8).Aggregate(state, (s, day) => VehicleHealth.Take(s, Full(1000, day), Label, 30));
        Assert.True(VehicleHealth.Read(other, 1).SohPercent > before + 15);
        var relabelled = VehicleHealth.Take(state, Full(700, 13), new BatteryLabel(BatteryKind.LeadAcid, 60, 20), 30);
        Assert.Equal(1, relabelled.Charges);
    }

    [Fact]
    public void The_state_goes_to_json_and_back_and_does_not_grow()
    {
        var year = new YearOfCharges(PackCatalog.All[3], 1, 0.8, 0.7, 5);
        var (state, sizes) = (VehicleHealthState.Empty, new List<int>());
        foreach (var (charge, _, said) in year.Charges())
        {
            var json = JsonSerializer.Serialize(VehicleHealth.Take(state, charge, year.Label, said));
            state = JsonSerializer.Deserialize<VehicleHealthState>(json)!;
            sizes.Add(json.Length);
            Assert.Equal(json, JsonSerializer.Serialize(state));
        }
        Assert.InRange(sizes.Max(), 1, 1500);
    }

    private static ChargeFeatures Full(double wh, int day) => new()
    {
        StartedMs = day * 86_400_000L,
        EndedMs = (day * 86_400_000L) + 20_000_000,
        EnergyWh = wh,
        EndedFull = true,
        SawConstantCurrent = true,
        TaperTauS = 4000,
    };
}
