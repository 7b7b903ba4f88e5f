using Sems.Analysis.Charging;
using Sems.Simulator.Bikes;

namespace Sems.Analysis.Tests.Energy;

/// <summary>A simulated bike at a meter that sends current, and what else a test wants of it, every 10 s; with its true energy.</summary>
internal sealed class MeteredCharge
{
    private readonly List<(double Wh, double CurrentA, double VoltageV, double PowerW)> _samples = [];

    private MeteredCharge()
    {
    }

    public int Count => _samples.Count;

    /// <summary>The true energy at a sample, Wh.</summary>
    public double WhAt(int sample) => _samples[sample].Wh;

    public double Wh => _samples[^1].Wh;

    public static MeteredCharge Of(int seed, double hours = 12)
    {
        var random = new Random(seed);
        var bike = new BikeCharge(PackCatalog.All[seed % PackCatalog.All.Count], random.NextDouble() * 0.5);
        var charge = new MeteredCharge();
        for (var second = 0; second < hours * 3600; second += 10)
        {
            bike.Advance(10, switchedOn: true);
            var volts = 224 + (3 * Math.Sin(second / 900d)) + random.NextDouble();
            var amperes = Math.Round(bike.CurrentA(volts) * (1 + ((random.NextDouble() - 0.5) * 0.01)), 3);
            charge._samples.Add((bike.EnergyKwh * 1000, amperes, Math.Round(volts, 1), Math.Round(bike.PowerW, 1)));
        }

        return charge;
    }

    /// <summary>What the meter sends; its counter shows what <paramref name="shown"/> makes of the true kWh.</summary>
    public List<CurvePoint> Sent(Func<int, double, double?>? shown = null, bool voltage = false, bool power = false) =>
        [.. _samples.Select((s, i) => new CurvePoint(
            1_700_000_000_000 + (i * 10_000L), s.CurrentA, voltage ? s.VoltageV : null, shown?.Invoke(i, s.Wh / 1000), power ? s.PowerW : null))];

    /// <summary>A counter that steps by so much, kWh.</summary>
    public static double Stepped(double kwh, double step) => Math.Round(Math.Floor((kwh / step) + 1e-9) * step, 6);
}
