using System.Diagnostics.Metrics;

namespace Sems.Gateway.Metrics;

/// <summary>
/// Instruments of this process, read when somebody asks. Nothing listens where requests and samples pass: what is counted there is counted by SEMS's
/// own observable instruments, and those of connections change seldom.
/// </summary>
internal sealed class MeterBook : IHostedService, IDisposable
{
    /// <summary>Series of one instrument; others are left out.</summary>
    private const int MostSeries = 1_000;

    private static readonly HashSet<string> OfConnections = ["kestrel.active_connections", "kestrel.rejected_connections", "kestrel.queued_connections"];
    private readonly MeterListener _listener = new();
    private readonly IMeterFactory _own;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);

    public MeterBook(IMeterFactory meters)
    {
        _own = meters;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsWanted(instrument)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<byte>((i, v, tags, _) => Take(i, v, tags));
        _listener.SetMeasurementEventCallback<short>((i, v, tags, _) => Take(i, v, tags));
        _listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Take(i, v, tags));
        _listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Take(i, v, tags));
        _listener.SetMeasurementEventCallback<float>((i, v, tags, _) => Take(i, v, tags));
        _listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Take(i, v, tags));
        _listener.SetMeasurementEventCallback<decimal>((i, v, tags, _) => Take(i, (double)v, tags));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads all of them and writes them.</summary>
    public void WriteTo(PrometheusText text)
    {
        lock (_gate)
        {
            foreach (var family in _families.Values)
                if (family.IsObserved) family.Series.Clear();
            _listener.RecordObservableInstruments();
            foreach (var family in _families.Values) text.Add(family);
        }
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Of this gateway: several may run in one process, and each has meters of its own.</summary>
    private bool IsWanted(Instrument instrument)
    {
        var isMine = instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, _own);
        return isMine && (OfConnections.Contains(instrument.Name)
            || (instrument.IsObservable && (instrument.Meter.Name == "System.Runtime" || instrument.Meter.Name.StartsWith("Sems.", StringComparison.Ordinal))));
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = PrometheusText.Labels(tags);
        lock (_gate)
        {
            var family = MetricFamily.Of(instrument);
            if (_families.TryGetValue(family.Name, out var known)) family = known;
            else _families.Add(family.Name, family);
            if (!family.Series.TryGetValue(labels, out var before) && family.Series.Count >= MostSeries) return;
            family.Series[labels] = family.IsObserved ? value : before + value;
        }
    }
}
