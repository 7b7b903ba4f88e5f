using System.Diagnostics.Metrics;

namespace Sems.Gateway.Metrics;

/// <summary>A metric with its series.</summary>
/// <param name="Name">As Prometheus names it: with its unit, and _total for what only grows.</param>
/// <param name="Type">counter or gauge.</param>
/// <param name="Help">What it is.</param>
/// <param name="IsObserved">It says its value when asked; otherwise changes are added up.</param>
internal sealed record MetricFamily(string Name, string Type, string Help, bool IsObserved)
{
    /// <summary>Values by their labels as they are written.</summary>
    public SortedDictionary<string, double> Series { get; } = new(StringComparer.Ordinal);

    public static MetricFamily Of(Instrument instrument)
    {
        var kind = instrument.GetType().Name;
        var grows = kind.StartsWith("ObservableCounter", StringComparison.Ordinal) || kind.StartsWith("Counter", StringComparison.Ordinal);
        return new MetricFamily(
            PrometheusText.Name(instrument.Name, instrument.Unit, grows), grows ? "counter" : "gauge", instrument.Description ?? instrument.Name, instrument.IsObservable);
    }
}
