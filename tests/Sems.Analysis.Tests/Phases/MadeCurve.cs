using Sems.Analysis.Charging;
using Sems.Simulator.Bikes;

namespace Sems.Analysis.Tests.Phases;

/// <summary>Curves that were never measured, a reading every 10 s.</summary>
internal static class MadeCurve
{
    /// <summary>Pieces of so many minutes from one current to another; a negative current is a gap.</summary>
    public static List<CurvePoint> Of(params (int Minutes, double FromA, double ToA)[] pieces)
    {
        var readings = new List<CurvePoint>();
        var at = 1_000_000L;
        foreach (var (minutes, from, to) in pieces)
        {
            var steps = minutes * 6;
            for (var i = 0; i < steps; i++, at += 10_000)
            {
                if (from >= 0) readings.Add(new CurvePoint(at, from + ((to - from) * i / steps)));
            }
        }

        return readings;
    }

    /// <summary>Twelve hours of a bike at the mains of 220 V.</summary>
    /// <param name="pack">Its battery.</param>
    /// <param name="charged">Its state of charge, 0 to 1.</param>
    /// <param name="noiseA">A either way.</param>
    public static List<CurvePoint> Bike(BatteryPack pack, double charged, double noiseA)
    {
        var (bike, random) = (new BikeCharge(pack, charged), new Random(7));
        var readings = new List<CurvePoint> { new(0, 0) };
        for (var i = 1; i < 12 * 360; i++)
        {
            bike.Advance(10, switchedOn: true);
            readings.Add(new CurvePoint(i * 10_000L, Math.Max(0, bike.CurrentA(220) + (noiseA * ((random.NextDouble() * 2) - 1)))));
        }

        return readings;
    }

    /// <summary>A cell of 1.5 Ah at its own poles: constant current until its voltage meets the limit, then an exponential, then rest.</summary>
    /// <param name="constantS">s at constant current.</param>
    /// <param name="tauS">s; how fast the current falls then.</param>
    /// <param name="plateauA">A.</param>
    /// <param name="limitV">V.</param>
    /// <param name="noise">Of the current.</param>
    public static List<CurvePoint> Cell(double constantS, double tauS, double plateauA = 1.5, double limitV = 4.2, double noise = 0.001)
    {
        var random = new Random(3);
        var readings = new List<CurvePoint> { new(0, 0, limitV * 0.85) };
        var end = constantS + (tauS * Math.Log(60));
        for (var s = 10; s < end + 600; s += 10)
        {
            var a = s < constantS ? plateauA : s < end ? plateauA * Math.Exp((constantS - s) / tauS) : 0;
            var v = s < constantS ? limitV * (1 - (0.12 * (1 - (s / constantS)))) : s < end ? limitV : limitV * 0.99;
            readings.Add(new CurvePoint(s * 1000L, a * (1 + (noise * ((random.NextDouble() * 2) - 1))), v + (limitV * noise * 0.1 * random.NextDouble())));
        }

        return readings;
    }
}
