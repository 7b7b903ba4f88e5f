using System.Globalization;
using Sems.Simulator.Bikes;
using Sems.Simulator.Time;
using Sems.Storage.Curves;

namespace Sems.Bench.Curves;

/// <summary>Curves to be stored: of simulated bikes at the simulator's meters, or of a recording.</summary>
internal static class SimulatedCurve
{
    private const int IntervalMs = 10_000;
    private const long BeginMs = 1_772_352_000_000;

    /// <summary>A charge of six hours, a sample every ten seconds.</summary>
    /// <param name="kind">The meter.</param>
    /// <param name="number">Which charge.</param>
    public static List<Sample> Of(MeterKind kind, int number)
    {
        var random = Seeds.Stream(1, kind.Name, number.ToString(CultureInfo.InvariantCulture));
        var bike = new BikeCharge(random.Pick(PackCatalog.All), random.Between(0.05, 0.4));
        var mains = new MainsSupply(random.Between(221, 229));
        var register = new EnergyRegister(kind.Register, random);
        register.BeginSession();
        var samples = new List<Sample>();
        var clockOffset = random.Next(-20_000, 90_000);
        for (var atMs = BeginMs + random.Next(86_400_000); samples.Count < 6 * 3_600_000 / IntervalMs; atMs += IntervalMs + random.Next(-20, 21))
        {
            var before = bike.EnergyKwh;
            bike.Advance(IntervalMs / 1000.0, switchedOn: true);
            register.Add(bike.EnergyKwh - before);
            var volts = mains.VoltageV(atMs) + (0.15 * random.Normal());
            var amperes = Math.Max(0, (bike.CurrentA(volts) * (1 + (0.003 * random.Normal()))) + (0.001 * random.Normal()));
            var power = amperes * volts * bike.Charger.PowerFactor;
            var scale = kind.TimePlaces == 0 ? 1 : 100.0;
            var time = Math.Floor((atMs + clockOffset) * scale / 1000) / scale;
            samples.Add(new Sample(time, (long)(time * 1000) - clockOffset + random.Next(kind.JitterMs + 1), Math.Round(amperes, 3),
                (double)register.Read(), kind.SendsVoltageAndPower ? Math.Round(volts, 1) : null, kind.SendsVoltageAndPower ? Math.Round(power, 1) : null));
        }

        return samples;
    }

    /// <summary>A recording: CSV with a header, columns time, current_a, energy; placed by its own clock.</summary>
    public static List<Sample> Recorded(string file) => [.. File.ReadLines(file).Skip(1).Select(line =>
    {
        var cells = line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
        return new Sample(cells[0], (long)Math.Round(cells[0] * 1000), cells[1], cells[2], null, null);
    })];
}
