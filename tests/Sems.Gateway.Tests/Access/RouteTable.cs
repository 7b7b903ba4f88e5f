namespace Sems.Gateway.Tests.Access;

/// <summary>
/// Every route of the OpenAPI document but those of students (<see cref="Student.StudentRouteTable"/>), and who may ask for it. A route that is added fails the tests until somebody has thought about that and
/// put it here.
/// </summary>
internal static class RouteTable
{
    /// <summary>anyone; self: whoever is signed in; op: operators and administrators; adm: administrators only.</summary>
    private const string Text = """
        anyone GET    /health/live
        anyone GET    /health/ready
        anyone GET    /api/session
        anyone POST   /api/session
        anyone DELETE /api/session
        self   POST   /api/session/sign-out-everywhere
        self   PUT    /api/session/password
        op     GET    /api/admin/overview
        op     GET    /api/admin/stations
        op     GET    /api/admin/stations/{group}
        op     GET    /api/admin/students
        op     GET    /api/admin/students.csv
        op     GET    /api/admin/students/{number}
        adm    POST   /api/admin/students
        adm    PATCH  /api/admin/students/{number}
        adm    POST   /api/admin/students/{number}/block
        adm    POST   /api/admin/students/{number}/unblock
        adm    PUT    /api/admin/students/{number}/card
        adm    POST   /api/admin/students/{number}/reset-password
        adm    POST   /api/admin/students/{number}/unbind-wechat
        adm    POST   /api/admin/stations
        adm    PATCH  /api/admin/stations/{group}
        adm    POST   /api/admin/stations/{group}/retire
        adm    POST   /api/admin/stations/{group}/restore
        adm    POST   /api/admin/stations/{group}/ammeters
        adm    PATCH  /api/admin/stations/{group}/ammeters/{ammeter}
        adm    DELETE /api/admin/stations/{group}/ammeters/{ammeter}
        adm    POST   /api/admin/imports
        adm    GET    /api/admin/imports/{id}
        adm    GET    /api/admin/imports/{id}/rows
        adm    GET    /api/admin/imports/{id}/bad.csv
        adm    POST   /api/admin/imports/{id}/apply
        adm    DELETE /api/admin/imports/{id}
        op     GET    /api/admin/charges.csv
        op     GET    /api/admin/charges/{id}/curve.csv
        op     GET    /api/admin/charges/{id}/phases
        op     GET    /api/admin/charges/{id}/controls
        op     GET    /api/admin/charges/{id}/analysis
        op     GET    /api/admin/models
        op     GET    /api/admin/models/{key}
        op     GET    /api/admin/batteries
        op     GET    /api/admin/batteries.csv
        op     GET    /api/admin/batteries/summary
        op     GET    /api/admin/batteries/{number}
        op     GET    /api/admin/bills.csv
        op     GET    /api/admin/bills/summary
        op     GET    /api/admin/arrears
        op     GET    /api/admin/events
        op     GET    /api/admin/live
        adm    POST   /api/admin/bills/settle
        op     GET    /api/admin/ammeters/{group}/{ammeter}
        op     POST   /api/admin/ammeters/{group}/{ammeter}/control
        op     POST   /api/admin/control
        op     GET    /api/admin/map
        op     GET    /api/admin/wechat
        op     GET    /api/admin/charges
        op     GET    /api/admin/charges/{id}
        op     GET    /api/admin/charges/{id}/curve
        op     GET    /api/admin/charges/{id}/decisions
        op     GET    /api/admin/bills
        op     GET    /api/admin/bills/{chargeId}
        adm    POST   /api/admin/bills/{chargeId}/pay
        adm    POST   /api/admin/bills/{chargeId}/waive
        adm    POST   /api/admin/bills/{chargeId}/reopen
        op     GET    /api/admin/students/{number}/account
        op     GET    /api/admin/settings
        adm    PUT    /api/admin/settings
        adm    PATCH  /api/admin/settings
        op     GET    /api/admin/stations/{group}/settings
        adm    PUT    /api/admin/stations/{group}/settings
        adm    PATCH  /api/admin/stations/{group}/settings
        adm    DELETE /api/admin/stations/{group}/settings
        op     POST   /api/admin/settings/price-example
        adm    GET    /api/admin/audit
        op     GET    /api/admin/pushes
        op     GET    /api/admin/pushes/{id}
        op     POST   /api/admin/pushes/{id}/retry
        op     GET    /api/admin/alarms
        op     GET    /api/admin/alarms/{id}
        op     POST   /api/admin/alarms/{id}/acknowledge
        op     POST   /api/admin/alarms/{id}/clear
        adm    POST   /api/admin/stations/{group}/key
        adm    DELETE /api/admin/stations/{group}/key
        op     GET    /api/admin/service
        op     GET    /api/admin/cluster
        op     GET    /api/admin/diagnostics/memory
        adm    GET    /api/admin/administrators
        adm    POST   /api/admin/administrators
        adm    PATCH  /api/admin/administrators/{userName}
        adm    DELETE /api/admin/administrators/{userName}
        adm    POST   /api/admin/administrators/{userName}/reset-password
        adm    POST   /api/admin/administrators/{userName}/sign-out
        """;

    /// <summary>A route.</summary>
    /// <param name="Who">anyone, self, op or adm.</param>
    /// <param name="Method">The verb.</param>
    /// <param name="Path">As in the document.</param>
    internal sealed record Route(string Who, HttpMethod Method, string Path)
    {
        public bool Changes => Method != HttpMethod.Get;

        /// <summary>An address of the route: of things that are there, where the campus of tests has them.</summary>
        public string Address => string.Join('/', Path.Split('/').Select(part => part switch
        {
            "{group}" or "{ammeter}" or "{g}" or "{a}" => "0001",
            "{userName}" => "clerk",
            "{number}" or "{n}" => "1030412535",
            _ when part.StartsWith('{') => "1",
            _ => part,
        }));

        public override string ToString() => $"{Method} {Path}";
    }

    public static readonly IReadOnlyList<Route> All = [.. Text.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(words => new Route(words[0], HttpMethod.Parse(words[1]), words[2].Trim()))];
}
