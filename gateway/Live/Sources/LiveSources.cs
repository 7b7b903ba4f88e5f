using System.Globalization;
using Sems.Gateway.Admin;
using Sems.Gateway.Admin.Stations;
using Sems.Storage;

namespace Sems.Gateway.Live.Sources;

/// <summary>Who looks at which topic.</summary>
internal sealed class LiveSources(CampusViews views, LiveCampus campus, StationReader stations, IDatabaseReader database, IGrainFactory grains, LiveJson json)
{
    public ILiveSource Of(LiveTopic topic) => topic.Kind switch
    {
        "overview" => new OverviewSource(views, campus, json),
        "stations" => new StationsSource(campus, database, json),
        "station" => new StationSource(topic.Argument, stations, json),
        "sockets" => new SocketsSource(campus, json),
        "session" => new SessionSource(long.Parse(topic.Argument, CultureInfo.InvariantCulture), views, database, json),
        "alarms" => new AlarmsSource(database, json),
        "cluster" => new ClusterSource(grains, json),
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "Nobody looks at it"),
    };
}
