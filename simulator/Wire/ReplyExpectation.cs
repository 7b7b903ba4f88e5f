using System.Globalization;

namespace Sems.Simulator.Wire;

/// <summary>What the station's situation allows a reply to be.</summary>
public sealed class ReplyExpectation
{
    private readonly bool _done;
    private readonly string[] _refusals;
    private readonly string? _studentNumber;
    private readonly string? _username;
    private readonly bool _checksStudent;
    private readonly IReadOnlyCollection<string>? _meters;
    private readonly bool _metersExact;
    private readonly decimal? _leastMoney;

    private ReplyExpectation(
        bool done = false, string[]? refusals = null, bool checksStudent = false, string? studentNumber = null, string? username = null,
        IReadOnlyCollection<string>? meters = null, bool metersExact = false, decimal? leastMoney = null)
    {
        (_done, _refusals) = (done, refusals ?? []);
        (_checksStudent, _studentNumber, _username) = (checksStudent, studentNumber, username);
        (_meters, _metersExact, _leastMoney) = (meters, metersExact, leastMoney);
    }

    /// <summary>Result 1 and no other.</summary>
    public static ReplyExpectation Done { get; } = new(done: true);

    /// <summary>Result 1, or one of these refusals.</summary>
    public static ReplyExpectation DoneOr(params string[] refusals) => new(done: true, refusals);

    /// <summary>One of these refusals, not 1.</summary>
    public static ReplyExpectation Refused(params string[] refusals) => new(refusals: refusals);

    /// <summary>checkStudent: this student, accepted when <paramref name="done"/>, else refused with one of <paramref name="refusals"/>.</summary>
    public static ReplyExpectation Student(string? number, string? username, bool done, params string[] refusals) =>
        new(done, refusals, checksStudent: true, number, username);

    /// <summary>AmmeterControl: a value for each of these meters, and for no other when <paramref name="exact"/>.</summary>
    public static ReplyExpectation Control(IReadOnlyCollection<string> meters, bool exact) => new(meters: meters, metersExact: exact);

    /// <summary>Money: at least this many yuan.</summary>
    public static ReplyExpectation MoneyFrom(decimal yuan) => new(leastMoney: yuan);

    /// <summary>Compares a well-formed reply with what was expected.</summary>
    /// <returns>Null when it is as expected, else what is wrong.</returns>
    public string? Violation(ServiceReply reply)
    {
        if (_meters is not null) return ControlViolation(reply, _meters);
        if (_leastMoney is { } least) return MoneyViolation(reply, least);
        if (reply.Result == 1 && !_done) return $"accepted, expected a refusal: {string.Join(" / ", _refusals)}";
        if (reply.Result != 1 && !(reply.Result == 0 && _refusals.Contains(reply.Message)))
            return $"result {reply.Result} '{reply.Message}', expected {Expected()}";
        return _checksStudent ? StudentViolation(reply) : null;
    }

    private string Expected() =>
        _refusals.Length == 0 ? "result 1" : (_done ? "result 1 or " : "") + "a refusal: " + string.Join(" / ", _refusals);

    private string? StudentViolation(ServiceReply reply)
    {
        var unknown = reply.Message == Refusals.UnknownCard;
        if (unknown) return reply is { StudentNumber: null, HasUsername: false } ? null : "an unknown card has a student";
        if (reply.StudentNumber != _studentNumber) return $"student {reply.StudentNumber ?? "null"}, expected {_studentNumber}";
        if (reply.StudentNumberIsText == IsPlainNumber(reply.StudentNumber!)) return "student_number has the wrong JSON type";
        if (!reply.HasUsername) return "field 'username' is missing";
        var expected = reply.Message == Refusals.NotRegistered ? null : _username;
        return reply.Username == expected ? null : $"username '{reply.Username}', expected '{expected}'";
    }

    private string? ControlViolation(ServiceReply reply, IReadOnlyCollection<string> meters)
    {
        if (reply.Controls is not { } controls)
            return meters.Count == 0 && reply.Result is null ? null : $"no map of meters: {reply.Message}";
        foreach (var meter in meters)
            if (!controls.ContainsKey(meter))
                return $"meter {meter} is missing";
        return _metersExact && controls.Count != meters.Count ? $"{controls.Count} meters, expected {meters.Count}" : null;
    }

    private static string? MoneyViolation(ServiceReply reply, decimal least)
    {
        if (reply.Money is not { } money) return $"no money: {reply.Message}";
        return money >= least ? null : string.Create(CultureInfo.InvariantCulture, $"money went down from {least} to {money}");
    }

    private static bool IsPlainNumber(string number) =>
        number.Length > 0 && number.All(char.IsAsciiDigit) && (number[0] != '0' || number.Length == 1) && long.TryParse(number, out _);
}
