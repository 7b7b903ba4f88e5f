using Sems.Gateway.Service.Counts;
using Sems.Gateway.Service.Keys;
using Sems.Gateway.Service.Limits;
using Sems.Grains.Cluster;

namespace Sems.Gateway.Service;

/// <summary>Decides whether a request may go on to the grains: rate of its address, key and rate of its station.</summary>
public sealed class ServiceGuard(ServiceLimits limits, StationKeyRing keys, MachineClock clock)
{
    private readonly TokenBuckets<ClientAddress> _addresses = new(limits.AddressPerSecond, limits.AddressBurst, clock.Time);
    private readonly TokenBuckets<(string Group, ClientAddress From)> _groups = new(limits.GroupPerSecond, limits.GroupBurst, clock.Time);

    /// <summary>Before anything of the request is read; null to go on.</summary>
    public ServiceRefusal? Check(ClientAddress address) =>
        limits.On && !_addresses.TryTake(address, out var wait) ? ServiceRefusal.TooOften(RefusalReason.AddressRate, wait) : null;

    /// <summary>
    /// When it is known which station is meant, if any. The key comes first and each address has its own rate in a station's name, so that a
    /// stranger cannot use up a station's.
    /// </summary>
    public ServiceRefusal? Check(HttpRequest request, string? group, ClientAddress address)
    {
        if (!keys.Opens(group, request.Headers[StationKeyRing.Header])) return ServiceRefusal.WrongKey;
        return limits.On && group is not null && !_groups.TryTake((group, address), out var wait) ? ServiceRefusal.TooOften(RefusalReason.GroupRate, wait) : null;
    }
}
