using Sems.Bench.Campus;

namespace Sems.Bench.Load;

/// <summary>The station protocol's calls as load on a generated campus whose meters all have an open session.</summary>
public static class Workloads
{
    private const string Meter = "\"ammeterGroup_number\":\"<Group>\",\"ammeter_number\":\"<Ammeter>\"";

    /// <summary>What <c>charge</c> and <c>start</c> answer.</summary>
    public const string Done = "{\"result\":1}";

    /// <summary>What a poll answers while every meter of the station is switched on (1) or released (2).</summary>
    public static string ControlMap(char level) =>
        "{" + string.Join(',', Places.Select(place => $"\"{CampusShape.Ammeter(place)}\":\"{level}\"")) + "}";

    /// <summary>The header a station with a key sends.</summary>
    public static readonly string KeyHeader = $"X-Station-Key: {CampusShape.Key("<Group>")}\r\n";

    private static IEnumerable<int> Places => Enumerable.Range(0, CampusShape.MetersPerStation);

    /// <summary>A sample.</summary>
    public static Workload Charge(CampusShape campus) => new()
    {
        Name = "charge",
        Body = "{\"current_value\":2.<Current>,\"energy_value\":<Energy>," + Meter + ",\"time\":<Time>}",
        Reply = new ReplyPattern(Done),
        Meters = campus.Meters,
    };

    /// <summary>A poll.</summary>
    public static Workload Control(CampusShape campus, char level) => new()
    {
        Name = "AmmeterControl",
        Body = "{\"ammeterGroup_number\":\"<Group>\"}",
        Reply = new ReplyPattern(ControlMap(level)),
        Meters = campus.Meters,
        Step = CampusShape.MetersPerStation,
    };

    /// <summary>A poll of a station there is not.</summary>
    public static Workload UnknownStation(CampusShape campus) =>
        Control(campus, '2') with { Reply = new ReplyPattern("{\"result\":0,\"message\":\"充电站不存在\"}") };

    /// <summary>The price so far.</summary>
    public static Workload Money(CampusShape campus) => new()
    {
        Name = "money",
        Body = "{" + Meter + "}",
        Reply = new ReplyPattern("{\"money\":#.##}"),
        Meters = campus.Meters,
    };

    /// <summary>A card held to the reader.</summary>
    public static Workload CheckStudent(CampusShape campus) => new()
    {
        Name = "checkStudent",
        Body = "{\"card_number\":\"c<Card>\"}",
        Reply = new ReplyPattern("{\"student_number\":##########,\"username\":\"stu######\",\"result\":1}"),
        Meters = campus.Meters,
    };

    /// <summary>A session begins.</summary>
    public static Workload Start(CampusShape campus) => new()
    {
        Name = "start",
        Body = "{\"card_number\":\"c<Card>\"," + Meter + "}",
        Reply = new ReplyPattern(Done),
        Meters = campus.Meters,
    };

    /// <summary>The calls that are measured, in order.</summary>
    public static IReadOnlyList<Workload> Measured(CampusShape campus) =>
        [Charge(campus), Control(campus, '1'), Money(campus), CheckStudent(campus)];
}
