using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Sems.Analysis.Latency;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Storage;

namespace Sems.Silo.Metrics;

/// <summary>Counts and times what storage makes durable: the meter "Sems.Storage". A transaction is counted once, however many writes share it.</summary>
internal sealed class StorageInstruments : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Sems.Storage";

    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.000_1, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private static readonly KeyValuePair<string, object?> Half = new("quantile", "0.5");
    private static readonly KeyValuePair<string, object?> Most = new("quantile", "0.99");
    private readonly WriteActivity _activity;
    private readonly LatencyHistogram _durations = CallTally.NewHistogram();
    private readonly Histogram<double> _duration;
    private volatile Tuple<double, double>? _percentiles;

    public StorageInstruments(IMeterFactory meters, WriteActivity activity)
    {
        _activity = activity;
        var meter = meters.Create(MeterName);
        meter.CreateObservableCounter("sems.storage.commits", () => _durations.Count, "{transaction}", "Transactions made durable");
        meter.CreateObservableUpDownCounter("sems.storage.queue", () => _activity.Waiting, "{write}", "Writes accepted that are not durable yet");
        meter.CreateObservableGauge("sems.storage.commit.percentile", Percentiles, "s", "Time transactions of the last minute took to be durable");
        _duration = meter.CreateHistogram("sems.storage.commit.duration", "s", "Time a transaction took to be durable", null, Buckets);
        _activity.Committed = Record;
    }

    /// <summary>Writes that are not durable yet.</summary>
    public int Queue => _activity.Waiting;

    /// <summary>How long transactions took, since the start.</summary>
    public ImmutableArray<BucketCount> Commits => _durations.Take();

    /// <summary>Notes the last minute, for who asks for its percentiles.</summary>
    public void Note(CallCounts minute)
    {
        var tally = new CallTally();
        tally.Add(minute.Load?.Commits ?? [], minute.Seconds);
        _percentiles = tally.Sum() is { P50Ms: { } half, P99Ms: { } most } ? Tuple.Create(half / 1e3, most / 1e3) : null;
    }

    public void Dispose() => _activity.Committed = null;

    private void Record(TimeSpan took)
    {
        _durations.Record(took);
        if (_duration.Enabled) _duration.Record(took.TotalSeconds);
    }

    private IEnumerable<Measurement<double>> Percentiles() =>
        _percentiles is var (half, most) ? [new Measurement<double>(half, Half), new Measurement<double>(most, Most)] : [];
}
