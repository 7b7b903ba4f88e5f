using Sems.Gateway.Admin;
using Sems.Gateway.Live;
using Sems.Gateway.Live.Sources;
using Sems.Gateway.Student.Reading;
using Sems.Storage;

namespace Sems.Gateway.Student.Live;

/// <summary>Who looks at students' topics: less often than at operators', for there are many of them.</summary>
internal sealed class StudentSources(HomeReader home, PlacesBook places, CurveBook curves, CampusViews views, IDatabaseReader database, LiveJson json)
{
    private static readonly TimeSpan BetweenSamples = TimeSpan.FromSeconds(5);

    /// <summary>A student's first page.</summary>
    public ILiveSource Home(string student) => new HomeSource(student, home, json);

    /// <summary>Every station's counts.</summary>
    public ILiveSource Places() => new PlacesSource(places, json);

    /// <summary>A session; that it is the student's was checked.</summary>
    public ILiveSource Session(long chargeId) => new SessionSource(chargeId, curves.Follow(chargeId), BetweenSamples, views, database, json);
}
