using Sems.Gateway.Service.Limits;
using Sems.Grains.Cluster;

namespace Sems.Gateway.Service.Counts;

/// <summary>Refusals by reason: how many ever, how many in the last minute, the last few. By the machine's clock.</summary>
public sealed class RefusalBook(MachineClock clock)
{
    private readonly RefusalPage[] _pages = [.. Enum.GetValues<RefusalReason>().Select(reason => new RefusalPage(reason, clock.Time))];

    /// <summary>A page for each reason.</summary>
    public IReadOnlyList<RefusalPage> Pages => _pages;

    /// <summary>Notes one.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="group">The station it named, or null.</param>
    public void Add(RefusalReason reason, ClientAddress address, string? group) => _pages[(int)reason].Add(address, group);
}
