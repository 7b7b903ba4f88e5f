using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Sems.Gateway.Service.Counts;

/// <summary>Requests of <c>/service</c>, also as the meter "Sems.Service"; docs/metrics.md lists its instruments.</summary>
public sealed class ServiceCounts
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Sems.Service";

    private readonly ConcurrentDictionary<string, OutcomeCounts> _calls = new();

    /// <summary>Makes the meter.</summary>
    public ServiceCounts(IMeterFactory meters, RefusalBook refusals)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableCounter("sems.service.requests", ObserveRequests, "{request}", "Requests of stations by call and outcome");
        meter.CreateObservableCounter("sems.service.refusals", () => refusals.Pages.Select(p => new Measurement<long>(p.Count, Tag("reason", p.Reason))),
            "{request}", "Requests, or connections, the gateway refused");
    }

    /// <summary>The calls, by name.</summary>
    public IEnumerable<OutcomeCounts> Calls => _calls.Values.OrderBy(c => c.Call, StringComparer.Ordinal);

    /// <summary>Where the requests of a call are counted.</summary>
    public OutcomeCounts Of(string call) => _calls.GetOrAdd(call, name => new OutcomeCounts(name));

    /// <summary>A reason or an outcome as metrics and the operator API write it: station_key.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static KeyValuePair<string, object?> Tag<T>(string name, T value) where T : struct, Enum => new(name, Word(value));

    private IEnumerable<Measurement<long>> ObserveRequests() =>
        from call in Calls
        from outcome in Enum.GetValues<ServiceOutcome>()
        select new Measurement<long>(call[outcome], new("call", call.Call), Tag("outcome", outcome));
}
