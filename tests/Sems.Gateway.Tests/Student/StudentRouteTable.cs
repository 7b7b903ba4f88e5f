namespace Sems.Gateway.Tests.Student;

/// <summary>
/// Every route of the OpenAPI document that students use, and whose things it reaches. A route that is added fails the tests until somebody has
/// thought about that and put it here.
/// </summary>
internal static class StudentRouteTable
{
    /// <summary>anyone: without signing in; mine: what is the asker's, nothing in the path says whose; all: the same for every student; id: a thing of the path, which must be the asker's.</summary>
    private const string Text = """
        anyone GET    /api/student/session
        anyone POST   /api/student/session
        anyone DELETE /api/student/session
        mine   GET    /api/student/home
        mine   GET    /api/student/charges
        id     GET    /api/student/charges/{id}
        id     GET    /api/student/charges/{id}/curve
        id     GET    /api/student/charges/{id}/phases
        mine   GET    /api/student/bills
        id     GET    /api/student/bills/{chargeId}
        mine   GET    /api/student/months
        mine   GET    /api/student/months/{month}
        mine   GET    /api/student/pushes
        all    GET    /api/student/stations
        all    GET    /api/student/stations/{group}
        all    GET    /api/student/map
        id     GET    /api/student/live
        all    GET    /api/student/wechat/config
        """;

    /// <summary>A route.</summary>
    /// <param name="Whose">anyone, mine, all or id.</param>
    /// <param name="Method">The verb.</param>
    /// <param name="Path">As in the document.</param>
    internal sealed record Route(string Whose, HttpMethod Method, string Path)
    {
        public bool Changes => Method != HttpMethod.Get;

        public override string ToString() => $"{Method} {Path}";
    }

    public static readonly IReadOnlyList<Route> All = [.. Text.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(words => new Route(words[0], HttpMethod.Parse(words[1]), words[2].Trim()))];
}
