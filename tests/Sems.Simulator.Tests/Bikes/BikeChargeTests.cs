using Sems.Simulator.Bikes;

namespace Sems.Simulator.Tests.Bikes;

public class BikeChargeTests
{
    private const double MainsV = 220;

    /// <summary>chemistry, nominal V, rated Ah, health, arrival charge, expected mains current of the constant phase A.</summary>
    public static TheoryData<BatteryChemistry, double, double, double, double, double> Packs { get; } = new()
    {
        { BatteryChemistry.LeadAcid, 48, 12, 1.0, 0.1, 0.85 },
        { BatteryChemistry.LeadAcid, 48, 20, 0.8, 0.3, 1.44 },
        { BatteryChemistry.LeadAcid, 60, 20, 1.0, 0.2, 1.79 },
        { BatteryChemistry.LeadAcid, 72, 20, 0.7, 0.0, 2.14 },
        { BatteryChemistry.Lithium, 48, 12, 1.0, 0.2, 1.09 },
        { BatteryChemistry.Lithium, 48, 20, 0.9, 0.5, 1.81 },
    };

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_current_holds_then_falls_then_rests(BatteryChemistry chemistry, double volts, double ah, double health, double charge, double level)
    {
        var currents = Curve(Bike(chemistry, volts, ah, health, charge), hours: 24);
        var knee = currents.FindLastIndex(c => c >= currents.Max() * 0.999) + 1;

        Assert.InRange(currents[knee / 2], level * 0.95, level * 1.05);
        Assert.All(currents[..knee], c => Assert.InRange(c, level * 0.92, level * 1.06));
        Assert.True(knee > 60, "the constant phase is missing");
        Assert.All(Enumerable.Range(knee, 2000), i => Assert.True(currents[i + 1] <= currents[i] + 1e-9, $"the taper rises at {i}"));
        Assert.InRange(currents[^1], 0.005, 0.15);
        Assert.Equal(currents[^1], currents[^100], 6);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_taper_is_an_exponential_in_time(BatteryChemistry chemistry, double volts, double ah, double health, double charge, double level)
    {
        var bike = Bike(chemistry, volts, ah, health, charge);
        while (bike.StateOfCharge < bike.Charger.Knee) bike.Advance(10, true);
        List<double> logs = [];
        while (bike.Charger.BatteryCurrentA(bike.StateOfCharge) > 0.1 * bike.Charger.ConstantA)
        {
            logs.Add(Math.Log(bike.Charger.BatteryCurrentA(bike.StateOfCharge)));
            bike.Advance(60, true);
        }

        // Equal steps of time are equal steps of the logarithm, and they stand for the time constant (1 - knee) of the whole charge.
        var steps = logs.Zip(logs.Skip(1), (a, b) => a - b).Skip(1).ToList();
        var expected = 60 * bike.Charger.ConstantA * bike.Charger.CoulombEfficiency / ((1 - bike.Charger.Knee) * ah * health * 3600);
        Assert.True(steps.Count > 5);
        Assert.All(steps, s => Assert.InRange(s, expected * 0.97, expected * 1.06));
        Assert.True(level > 0.5, "below 0.5 A a charge would never be armed as charging");
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void What_goes_in_is_the_missing_capacity_over_the_efficiency(
        BatteryChemistry chemistry, double volts, double ah, double health, double charge, double level)
    {
        var bike = Bike(chemistry, volts, ah, health, charge);
        bike.Advance(bike.Charger.SecondsToFull(charge), true);

        var missingAh = ah * health * (1 - charge);
        Assert.InRange(bike.ChargeAh, missingAh / bike.Charger.CoulombEfficiency * 0.95, missingAh / bike.Charger.CoulombEfficiency * 1.001);
        var expectedKwh = missingAh * volts * 1.17 / bike.Charger.CoulombEfficiency / bike.Charger.Efficiency / 1000;
        Assert.InRange(bike.EnergyKwh, expectedKwh * 0.92, expectedKwh * 1.08);
        Assert.True(level < 5);
    }

    [Fact]
    public void Seconds_to_full_is_when_the_taper_ends()
    {
        var bike = Bike(BatteryChemistry.LeadAcid, 48, 20, 1, 0.4);
        var told = bike.Charger.SecondsToFull(0.4);
        bike.Advance(told * 0.97, true);
        Assert.True(bike.Charger.BatteryCurrentA(bike.StateOfCharge) > bike.Charger.TailA);
        bike.Advance(told * 0.05, true);
        Assert.Equal(bike.Charger.TailA, bike.Charger.BatteryCurrentA(bike.StateOfCharge));
    }

    [Fact]
    public void Switched_off_nothing_flows_and_nothing_is_charged()
    {
        var bike = Bike(BatteryChemistry.Lithium, 48, 20, 1, 0.3);
        bike.Advance(600, true);
        var (charge, energy) = (bike.StateOfCharge, bike.EnergyKwh);
        bike.Advance(3600, false);

        Assert.Equal((0.0, charge, energy), (bike.CurrentA(MainsV), bike.StateOfCharge, bike.EnergyKwh));
        bike.Advance(10, true);
        Assert.True(bike.CurrentA(MainsV) > 1);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void A_charge_outside_0_to_1_is_refused(double charge) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Bike(BatteryChemistry.LeadAcid, 48, 12, 1, charge));

    [Fact]
    public void Every_bike_of_the_catalog_stays_within_what_a_socket_bears() => Assert.All(PackCatalog.All, pack =>
    {
        var currents = Curve(new BikeCharge(pack, 0.1), hours: 12);
        Assert.InRange(currents.Max(), 0.6, 5);
        Assert.True(currents[^1] < 0.3 || new BikeCharge(pack, 0.1).Charger.SecondsToFull(0.1) > 11 * 3600);
    });

    private static BikeCharge Bike(BatteryChemistry chemistry, double volts, double ah, double health, double charge) =>
        new(new BatteryPack("b", "m", chemistry, volts, ah, health), charge);

    private static List<double> Curve(BikeCharge bike, int hours)
    {
        List<double> currents = [];
        for (var i = 0; i < hours * 360; i++)
        {
            bike.Advance(10, true);
            currents.Add(bike.CurrentA(MainsV));
        }

        return currents;
    }
}
