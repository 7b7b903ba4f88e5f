using Sems.Gateway.Service.Counts;
using Sems.Gateway.Service.Keys;
using Sems.Gateway.Service.Limits;
using Sems.Grains.Cluster;

namespace Sems.Gateway.Admin;

/// <summary>What this gateway did for stations, and what it refused.</summary>
internal static class StationServiceEndpoint
{
    public static IResult Service(ServiceCounts counts, RefusalBook refusals, ServiceLimits limits, StationKeyRing keys, StationKeyPolicy policy, MachineClock clock)
    {
        var locks = keys.Locks;
        return Results.Ok(new StationServiceView(
            clock.Time.GetUtcNow(), limits.On, policy.Required, locks.WithKey, locks.WithoutKey, [.. counts.Calls.Select(ServiceCallView.Of)],
            [.. refusals.Pages.Select(RefusalView.Of)]));
    }
}

/// <summary>What this gateway did for stations since it started. Times are UTC by the machine's clock.</summary>
/// <param name="Now">When this was put together.</param>
/// <param name="Limits">Whether rates and connections are limited.</param>
/// <param name="KeyRequired">Whether a station without a key is refused.</param>
/// <param name="StationsWithKey">Stations that have a key.</param>
/// <param name="StationsWithoutKey">Stations that have none.</param>
/// <param name="Calls">By call.</param>
/// <param name="Refusals">By reason.</param>
public sealed record StationServiceView(
    DateTimeOffset Now, bool Limits, bool KeyRequired, int StationsWithKey, int StationsWithoutKey, IReadOnlyList<ServiceCallView> Calls,
    IReadOnlyList<RefusalView> Refusals);

/// <summary>Requests of one call by what became of them; docs/metrics.md says what each means.</summary>
public sealed record ServiceCallView(string Call, long Answered, long NotUnderstood, long Refused, long Unavailable, long Broken, long Gone)
{
    internal static ServiceCallView Of(OutcomeCounts c) => new(
        c.Call, c[ServiceOutcome.Answered], c[ServiceOutcome.NotUnderstood], c[ServiceOutcome.Refused], c[ServiceOutcome.Unavailable],
        c[ServiceOutcome.Broken], c[ServiceOutcome.Gone]);
}

/// <summary>What was refused for one reason.</summary>
/// <param name="Reason">station_key, address_rate, group_rate, connections, too_large or slow_body.</param>
/// <param name="Count">Since the start.</param>
/// <param name="LastMinute">Within the last minute.</param>
/// <param name="Recent">The last ten, newest first.</param>
public sealed record RefusalView(string Reason, long Count, long LastMinute, IReadOnlyList<RecentRefusalView> Recent)
{
    internal static RefusalView Of(RefusalPage page)
    {
        var (lastMinute, recent) = page.Read();
        return new RefusalView(ServiceCounts.Word(page.Reason), page.Count, lastMinute, [.. recent.Select(r => new RecentRefusalView(r.At, r.Address.ToString(), r.Group))]);
    }
}

/// <summary>One refusal.</summary>
/// <param name="At">When.</param>
/// <param name="Address">An IPv4 address, or the /64 of an IPv6 one.</param>
/// <param name="Group">The station it named, or null.</param>
public sealed record RecentRefusalView(DateTimeOffset At, string Address, string? Group);
