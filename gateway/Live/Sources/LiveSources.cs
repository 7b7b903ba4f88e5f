using System.Globalization;
using Sems.Gateway.Admin;
using Sems.Gateway.Admin.Stations;
using Sems.Gateway.Student.Live;
using Sems.Storage;

namespace Sems.Gateway.Live.Sources;

/// <summary>Who looks at which topic.</summary>
internal sealed class LiveSources(
    CampusViews views, LiveCampus campus, StationReader stations, StudentSources students, IDatabaseReader database, IGrainFactory grains, LiveJson json)
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    public ILiveSource Of(LiveTopic topic) => topic.Kind switch
    {
        "overview" => new OverviewSource(views, campus, json),
        "stations" => new StationsSource(campus, database, json),
        "station" => new StationSource(topic.Argument, stations, json),
        "sockets" => new SocketsSource(campus, json),
        "session" when topic.Student is not null => students.Session(Id(topic)),
        "session" => new SessionSource(Id(topic), new FollowedCurve(Id(topic), database.Curves), OneSecond, views, database, json),
        "home" => students.Home(topic.Student!),
        "places" => students.Places(),
        "alarms" => new AlarmsSource(database, json),
        "cluster" => new ClusterSource(grains, json),
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "Nobody looks at it"),
    };

    private static long Id(LiveTopic topic) => long.Parse(topic.Argument, CultureInfo.InvariantCulture);
}
