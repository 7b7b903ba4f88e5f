namespace Sems.Gateway.Tests.Student;

/// <summary>
/// Every route of the OpenAPI document that students use, and whose things it reaches. A route that is added fails the tests until somebody has
/// thought about that and put it here.
/// </summary>
internal static class StudentRouteTable
{
    /// <summary>
    /// anyone: without signing in. mine: what is the asker's; nothing in the address says whose. all: the same for every student, and about nobody.
    /// open: of an open session, which must be the asker's. charge: of a charge, bill too, which must be the asker's.
    /// Then the verb, the path and the body that does it.
    /// </summary>
    private const string Text = """
        anyone GET    /api/student/session
        anyone POST   /api/student/session {"user_name":"rose","password":"a student's password"}
        anyone DELETE /api/student/session
        anyone POST   /api/student/register {"student_number":"1030412538","card_number":"new-card","user_name":"amy","password":"a student's password"}
        mine   GET    /api/student/me
        mine   PATCH  /api/student/me {"phone":"13900000000"}
        mine   DELETE /api/student/me {"password":"a student's password"}
        mine   PUT    /api/student/password {"current":"a student's password","password":"another student's password"}
        mine   POST   /api/student/wechat
        mine   DELETE /api/student/wechat
        open   POST   /api/student/charges/{id}/control {"action":"off"}
        open   PUT    /api/student/charges/{id}/left {"percent":50}
        mine   GET    /api/student/home
        mine   GET    /api/student/charges
        charge GET    /api/student/charges/{id}
        charge GET    /api/student/charges/{id}/curve
        charge GET    /api/student/charges/{id}/phases
        charge GET    /api/student/charges/{id}/analysis
        mine   GET    /api/student/battery
        mine   GET    /api/student/bills
        bill   GET    /api/student/bills/{charge_id}
        mine   GET    /api/student/months
        mine   GET    /api/student/months/{month}
        mine   GET    /api/student/pushes
        all    GET    /api/student/stations
        all    GET    /api/student/stations/{group}
        all    GET    /api/student/map
        mine   GET    /api/student/live
        all    GET    /api/student/wechat/config
        """;

    /// <summary>A route.</summary>
    /// <param name="Whose">anyone, mine, all, open, charge or bill.</param>
    /// <param name="Method">The verb.</param>
    /// <param name="Path">As in the document, whatever names its parts have.</param>
    /// <param name="Body">What is sent along.</param>
    internal sealed record Route(string Whose, HttpMethod Method, string Path, string? Body)
    {
        public bool Changes => Method != HttpMethod.Get;

        public bool NeedsCharge => Whose is "open" or "charge" or "bill";

        /// <summary>The same whatever the parts of the path are called.</summary>
        public string Key => KeyOf(Method, Path);

        public override string ToString() => $"{Method} {Path}";

        public static string KeyOf(HttpMethod method, string path) => $"{method} {string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "{}" : part))}";

        /// <summary>An address of the route.</summary>
        /// <param name="charge">Which charge it is of, where it is of one.</param>
        public string Address(long charge) => string.Join('/', Path.Split('/').Select(part => part switch
        {
            "{group}" => "0001",
            "{month}" => "2026-03",
            _ when part.StartsWith('{') => charge.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => part,
        })) + Path switch
        {
            "/api/student/live" => "?topics=home",
            "/api/student/wechat/config" => "?url=https%3A%2F%2Fexample.org%2Fwechat%2F",
            _ => "",
        };
    }

    public static readonly IReadOnlyList<Route> All = [.. Text.Split('\n').Select(line => line.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries)).Select(Read)];

    private static Route Read(string[] words)
    {
        var (path, body) = words[2].Trim().Split(' ', 2) is [var first, var second] ? (first, second) : (words[2].Trim(), null);
        return new Route(words[0], HttpMethod.Parse(words[1]), path, body);
    }
}
