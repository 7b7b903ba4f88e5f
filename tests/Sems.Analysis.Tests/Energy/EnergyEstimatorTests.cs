using System.Diagnostics;
using Sems.Analysis.Charging;
using Sems.Analysis.Energy;
using Sems.Simulator.Bikes;
using static Sems.Analysis.Energy.CounterFaultKind;

namespace Sems.Analysis.Tests.Energy;

public sealed class EnergyEstimatorTests
{
    private const double Fine = 0.001;

    /// <summary>What a counter shows at a sample of the true kWh, by name: the counter's fault, and what it is to be called.</summary>
    private static readonly Dictionary<string, (Func<int, double, double?> Shown, CounterFaultKind[] Faults)> Counters = new()
    {
        ["sound"] = ((_, kwh) => MeteredCharge.Stepped(kwh, Fine), []),
        ["sound, in steps of 0.01"] = ((_, kwh) => MeteredCharge.Stepped(kwh, 0.01), []),
        ["sound, in steps of 0.1"] = ((_, kwh) => MeteredCharge.Stepped(kwh, 0.1), []),
        ["a lifetime register"] = ((_, kwh) => MeteredCharge.Stepped(1234.567 + kwh, 0.01), []),
        ["sent now and then"] = ((i, kwh) => i % 30 == 0 ? MeteredCharge.Stepped(kwh, Fine) : null, []),
        ["reset to zero"] = (FromZero(1000), [Backward]),
        ["reset twice"] = (FromZero(500, 1500), [Backward]),
        ["one odd reading"] = ((i, kwh) => i == 700 ? 0 : MeteredCharge.Stepped(5 + kwh, Fine), [Backward]),
        ["one reading far ahead"] = ((i, kwh) => i == 700 ? 77.7 : MeteredCharge.Stepped(5 + kwh, Fine), [Jump]),
        ["trembles"] = ((i, kwh) => MeteredCharge.Stepped(5 + kwh, Fine) - (i % 7 == 3 ? Fine : 0), [Backward]),
        ["jumps ahead"] = ((i, kwh) => MeteredCharge.Stepped(5 + kwh + (i < 900 ? 0 : 2.3), Fine), [Jump]),
        ["jumps ahead by little"] = ((i, kwh) => MeteredCharge.Stepped(5 + kwh + (i < 900 ? 0 : 0.15), Fine), [Jump]),
        ["changes its scale"] = ((i, kwh) => MeteredCharge.Stepped((2 + kwh) * (i < 900 ? 1 : 1000), Fine), [Scale]),
        ["changes its scale down"] = ((i, kwh) => MeteredCharge.Stepped((2 + kwh) * (i < 900 ? 1 : 0.1), Fine), [Backward, Scale]),
        ["counts Wh all along"] = ((_, kwh) => Math.Floor(kwh * 1000), [Scale]),
        ["sends nothing for an hour"] = ((i, kwh) => i is > 500 and < 860 ? null : MeteredCharge.Stepped(kwh, Fine), []),
        ["sticks and catches up"] = (Stuck(500, 860, catchesUp: true), [CounterFaultKind.Stuck]),
        ["sticks and goes on from there"] = (Stuck(500, 860, catchesUp: false), [CounterFaultKind.Stuck]),
        ["sticks for good"] = (Stuck(500, 1 << 20, catchesUp: true), [CounterFaultKind.Stuck]),
        ["never counts"] = ((_, _) => 12.34, [CounterFaultKind.Stuck]),
        ["shows zero"] = ((_, _) => 0, [CounterFaultKind.Stuck]),
        ["decimal digits read as binary"] = ((_, kwh) => Coded((long)Math.Floor((kwh + 0.2) * 100)) / 100d, [Coding]),
        ["counts a third of it in the end"] = ((i, kwh) => MeteredCharge.Stepped(Third(i, kwh), Fine), [CounterFaultKind.Rate]),
    };

    public static TheoryData<string> Names => [.. Counters.Keys];

    private static Func<int, double, double?> FromZero(params int[] resets) => (i, kwh) =>
    {
        var charge = Charges[0];
        var last = resets.LastOrDefault(r => r <= i);
        return MeteredCharge.Stepped(last == 0 ? 7 + kwh : kwh - (charge.WhAt(last) / 1000), Fine);
    };

    private static Func<int, double, double?> Stuck(int from, int to, bool catchesUp) => (i, kwh) =>
    {
        var stands = Charges[0].WhAt(from) / 1000;
        if (i < from) return MeteredCharge.Stepped(kwh, Fine);
        if (i < to) return MeteredCharge.Stepped(stands, Fine);
        return MeteredCharge.Stepped(catchesUp ? kwh : kwh - (Charges[0].WhAt(to) / 1000) + stands, Fine);
    };

    private static double Third(int i, double kwh) => Charges[0].WhAt(Math.Min(i, 700)) / 1000 is var half && i < 700 ? kwh : half + ((kwh - half) / 3);

    private static long Coded(long digits) => Convert.ToInt64(digits.ToString(System.Globalization.CultureInfo.InvariantCulture), 16);

    private static readonly IReadOnlyList<MeteredCharge> Charges = [MeteredCharge.Of(1)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_what_is_wrong_with_a_counter_and_finds_the_energy_all_the_same(string name)
    {
        var (shown, faults) = Counters[name];
        foreach (var (voltage, power) in new[] { (true, true), (true, false), (false, false) })
        {
            var estimate = EnergyEstimator.Estimate(Charges[0].Sent(shown, voltage, power));
            Assert.Equal(faults.Order(), estimate.Faults.Select(f => f.Kind).Order());
            Assert.InRange(Charges[0].Wh, estimate.LowWh, estimate.HighWh);
            var tolerance = power || estimate.Source == EnergySource.Counter ? 0.04 : 0.45;
            Assert.InRange(estimate.Wh, Charges[0].Wh * (1 - tolerance), Charges[0].Wh * (1 + tolerance));
        }
    }

    [Fact]
    public void Tells_when_and_how_often()
    {
        var estimate = EnergyEstimator.Estimate(Charges[0].Sent(FromZero(500, 1500)));
        var fault = Assert.Single(estimate.Faults);
        Assert.Equal((Backward, 1_700_005_000_000, 2), (fault.Kind, fault.AtMs, fault.Count));
        Assert.Contains("2", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, true, EnergySource.Counter, 0.06)]
    [InlineData(false, true, true, EnergySource.Power, 0.08)]
    [InlineData(false, false, true, EnergySource.CurrentVoltage, 0.8)]
    [InlineData(false, false, false, EnergySource.CurrentVoltage, 0.9)]
    public void Takes_the_best_there_is_and_says_how_well_it_knows(bool counter, bool power, bool voltage, EnergySource source, double widest)
    {
        var inside = 0;
        for (var seed = 0; seed < 24; seed++)
        {
            var charge = MeteredCharge.Of(seed);
            var estimate = EnergyEstimator.Estimate(charge.Sent(counter ? (_, kwh) => MeteredCharge.Stepped(kwh, Fine) : null, voltage, power));
            Assert.Equal(source, estimate.Source);
            Assert.Empty(estimate.Faults);
            Assert.InRange((estimate.HighWh - estimate.LowWh) / estimate.Wh, 0, widest);
            if (charge.Wh >= estimate.LowWh && charge.Wh <= estimate.HighWh) inside++;
        }

        Assert.Equal(24, inside);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.01)]
    [InlineData(0.02)]
    [InlineData(0.1)]
    public void A_sound_counter_has_no_faults_however_coarse(double step)
    {
        var inside = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var charge = MeteredCharge.Of(seed, 2 + (seed % 11));
            var estimate = EnergyEstimator.Estimate(charge.Sent((_, kwh) => MeteredCharge.Stepped(kwh + (seed * 7.77), step)));
            Assert.True(estimate.Faults.Count == 0, $"seed {seed}: {string.Join(", ", estimate.Faults)}");
            if (charge.Wh >= estimate.LowWh && charge.Wh <= estimate.HighWh) inside++;
        }

        Assert.InRange(inside, 54, 60);
    }

    /// <summary>Counters that stick, jump back and change their scale at random, with power beside them or without.</summary>
    [Theory]
    [InlineData(true, 0.03)]
    [InlineData(false, 0.12)]
    public void Odd_counters_come_out_right(bool power, double tolerance)
    {
        var (inside, near) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var charge = MeteredCharge.Of(seed);
            var register = new EnergyRegister(RegisterKind.Odd, new Random(seed));
            register.BeginSession();
            var before = 0d;
            var estimate = EnergyEstimator.Estimate(charge.Sent((_, kwh) =>
            {
                register.Add(kwh - before);
                before = kwh;
                return (double)register.Read();
            }, power, power));
            Assert.NotEmpty(estimate.Faults);
            if (charge.Wh >= estimate.LowWh && charge.Wh <= estimate.HighWh) inside++;
            if (Math.Abs((estimate.Wh / charge.Wh) - 1) <= tolerance) near++;
        }

        Assert.True(inside >= 51, $"{inside} of 60 inside the interval");
        Assert.True(near >= 54, $"{near} of 60 near");
    }

    [Fact]
    public void A_silence_is_bridged_and_widens_the_interval()
    {
        var sent = Charges[0].Sent(voltage: true, power: true);
        var whole = EnergyEstimator.Estimate(sent);
        var holed = EnergyEstimator.Estimate([.. sent.Where((_, i) => i is < 300 or > 420)]);
        Assert.Equal(whole.Wh, holed.Wh, whole.Wh * 0.01);
        Assert.True(holed.SilentWh > 0 && holed.HighWh - holed.LowWh > whole.HighWh - whole.LowWh);
    }

    [Fact]
    public void A_counter_tells_what_a_silence_hid()
    {
        var sent = Charges[0].Sent((_, kwh) => MeteredCharge.Stepped(kwh, Fine));
        var estimate = EnergyEstimator.Estimate([.. sent.Where((_, i) => i is < 300 or > 900)]);
        Assert.Equal(EnergySource.Counter, estimate.Source);
        Assert.Equal(Charges[0].Wh, estimate.Wh, Charges[0].Wh * 0.02);
        Assert.Empty(estimate.Faults);
    }

    [Fact]
    public void A_batterys_own_current_and_voltage_need_no_power_factor()
    {
        var points = Enumerable.Range(0, 361).Select(i => new CurvePoint(i * 10_000L, 1.5, 4)).ToList();
        var estimate = EnergyEstimator.Estimate(points);
        Assert.Equal((6.0, EnergySource.CurrentVoltage), (Math.Round(estimate.Wh, 6), estimate.Source));
        Assert.InRange(estimate.HighWh - estimate.LowWh, 0.1, 0.4);
    }

    [Fact]
    public void A_long_curve_with_a_senseless_counter_takes_no_age()
    {
        var random = new Random(1);
        var points = Enumerable.Range(0, 60_000).Select(i => new CurvePoint(i * 10_000L, 2, 220, random.NextDouble() * 100)).ToList();
        var began = Stopwatch.GetTimestamp();
        var estimate = EnergyEstimator.Estimate(points);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 20);
        Assert.Equal(EnergySource.CurrentVoltage, estimate.Source);
        Assert.NotEmpty(estimate.Faults);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Without_time_there_is_no_energy(int readings)
    {
        var estimate = EnergyEstimator.Estimate([.. Enumerable.Range(0, readings).Select(i => new CurvePoint(i, 2, 220, 1, 440))]);
        Assert.Equal((0d, 0d, 0d), (estimate.Wh, estimate.LowWh, estimate.HighWh));
    }

    [Fact]
    public void A_counter_that_rightly_stands_still_adds_nothing()
    {
        var estimate = EnergyEstimator.Estimate([.. Enumerable.Range(0, 200).Select(i => new CurvePoint(i * 10_000L, 0, null, 5))]);
        Assert.Equal((0d, 0d, 0), (estimate.Wh, estimate.HighWh, estimate.Faults.Count));
    }

    [Fact]
    public void A_power_that_cannot_be_true_is_not_believed()
    {
        var points = Enumerable.Range(0, 361).Select(i => new CurvePoint(i * 10_000L, 2, 220, null, 0)).ToList();
        var estimate = EnergyEstimator.Estimate(points);
        Assert.Equal(EnergySource.CurrentVoltage, estimate.Source);
        Assert.True(estimate.Wh > 200);
    }

    /// <summary>The meter of the recorded charge keeps decimal digits that were read as binary, and its unit changes twice: it counted 2.56 kWh.</summary>
    [Fact]
    public void The_recorded_charge_took_2_56_kWh()
    {
        if (RealCharge.TryRead() is not { } rows) return;
        var estimate = EnergyEstimator.Estimate([.. rows.Select(r => new CurvePoint((long)(r.Time * 1000), r.CurrentA, null, r.Energy))]);
        Assert.Equal(EnergySource.Counter, estimate.Source);
        Assert.InRange(estimate.Wh, 2540, 2580);
        Assert.InRange(2560, estimate.LowWh, estimate.HighWh);
        Assert.Equal([(Coding, 0, 1), (Backward, 5025, 1), (Scale, 5025, 2)], estimate.Faults.Select(f => (f.Kind, (int)((f.AtMs / 1000) - rows[0].Time), f.Count)));
    }
}
