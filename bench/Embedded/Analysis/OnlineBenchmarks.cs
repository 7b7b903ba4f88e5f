using BenchmarkDotNet.Attributes;
using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Online;
using Sems.Analysis.Phases;
using Sems.Simulator.Bikes;

namespace Sems.Bench.Embedded.Analysis;

/// <summary>What following a charge costs for each sample: twelve hours of a simulated bike, a sample every 10 s, with voltage, power and counter.</summary>
[MemoryDiagnoser]
public class OnlineBenchmarks
{
    private const int Samples = 4320;
    private readonly CurvePoint[] _points = new CurvePoint[Samples];

    /// <summary>Makes the charge.</summary>
    [GlobalSetup]
    public void Charge()
    {
        var (bike, supply, random) = (new BikeCharge(PackCatalog.All[0], 0.3), new MainsSupply(), new Random(7));
        for (var i = 0; i < Samples; i++)
        {
            bike.Advance(10, switchedOn: true);
            var volts = supply.VoltageV(i * 10_000L);
            var noise = 1 + (0.004 * (random.NextDouble() - 0.5));
            _points[i] = new CurvePoint(1 + (i * 10_000L), Math.Round(bike.CurrentA(volts) * noise, 3), Math.Round(volts, 1), Math.Round(bike.EnergyKwh, 3), Math.Round(bike.PowerW, 1));
        }
    }

    /// <summary>Phase, energy and danger.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public double Everything()
    {
        var analysis = new OnlineAnalysis();
        foreach (ref readonly var point in _points.AsSpan()) analysis.Take(point);
        return analysis.EnergyWh;
    }

    /// <summary>The phase alone.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public double Phases()
    {
        var tracker = new PhaseTracker();
        foreach (ref readonly var point in _points.AsSpan()) tracker.Take(point);
        return tracker.PlateauA;
    }

    /// <summary>Danger alone.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public double Danger()
    {
        var watch = new DangerWatch();
        foreach (ref readonly var point in _points.AsSpan()) watch.Take(point, null, null, DangerLimits.Default);
        return watch.PlateauA;
    }
}
