using System.Diagnostics.Metrics;
using Sems.GrainInterfaces;

namespace Sems.Silo.Metrics;

/// <summary>The meter "Sems.Grains"; docs/metrics.md lists its instruments.</summary>
internal sealed class GrainInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Sems.Grains";

    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.000_01, 0.000_05, 0.000_1, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private readonly CallStatistics _statistics;
    private readonly Histogram<double> _duration;

    public GrainInstruments(IMeterFactory meters, CallStatistics statistics)
    {
        _statistics = statistics;
        var meter = meters.Create(MeterName);
        meter.CreateObservableCounter("sems.grain.calls", () => Observe(m => m.Calls), "{call}", "Grain calls that have ended");
        meter.CreateObservableCounter("sems.grain.failures", () => Observe(m => m.Failures), "{call}", "Grain calls that ended in an exception");
        meter.CreateObservableUpDownCounter("sems.grain.activations", ObserveActivations, "{activation}", "Grains in memory");
        meter.CreateObservableUpDownCounter("sems.grain.waiting_calls", ObserveWaiting, "{call}", "Grain calls that wait for their turn");
        _duration = meter.CreateHistogram("sems.grain.call.duration", "s", "Time a grain call ran, without the wait for its turn", null, Buckets);
    }

    /// <summary>Grains in memory, when last counted.</summary>
    public IReadOnlyList<ActivationCount> Activations { get; set; } = [];

    /// <summary>Calls that wait for their turn, when last counted; null where the engine does not tell.</summary>
    public int? WaitingCalls { get; set; }

    /// <summary>Counts a call that has ended.</summary>
    public void Record(MethodCalls method, long nanoseconds, bool failed)
    {
        method.Record(nanoseconds, failed);
        if (_duration.Enabled) _duration.Record(nanoseconds / 1e9, method.Tags);
    }

    private IEnumerable<Measurement<long>> Observe(Func<MethodCalls, long> value) => _statistics.Methods.Select(m => new Measurement<long>(value(m), m.Tags));

    private IEnumerable<Measurement<int>> ObserveWaiting() => WaitingCalls is { } waiting ? [new Measurement<int>(waiting)] : [];

    private IEnumerable<Measurement<int>> ObserveActivations() =>
        Activations.Select(a => new Measurement<int>(a.Count, new KeyValuePair<string, object?>("grain", a.Grain)));
}
