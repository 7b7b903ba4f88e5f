using Sems.Gateway.Live;
using Sems.Gateway.Student.Reading;

namespace Sems.Gateway.Student.Live;

/// <summary>Every station's counts.</summary>
internal sealed class PlacesSource(PlacesBook places, LiveJson json) : ILiveSource
{
    public TimeSpan Period => TimeSpan.FromSeconds(3);

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel) => new(new ItemsPart("places", [
        .. (await places.AllAsync(cancel)).Select(NearbyEndpoints.Counts).Select(p => (p.Group, LiveJson.Text(p.Group), json.Of(p))),
    ]));
}
