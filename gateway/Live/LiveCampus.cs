using Sems.Gateway.Admin;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Live;

/// <summary>The stations with their meters, asked once for all topics that show them.</summary>
internal sealed class LiveCampus(CampusViews campus)
{
    private readonly SharedReading<IReadOnlyList<StationMeters>> _reading = new(() => campus.StationsAsync(CancellationToken.None), TimeSpan.FromMilliseconds(900));

    /// <summary>All stations, asked within the last second.</summary>
    public Task<IReadOnlyList<StationMeters>> StationsAsync(CancellationToken cancel) => _reading.ReadAsync(cancel);
}
