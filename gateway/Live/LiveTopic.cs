using System.Globalization;

namespace Sems.Gateway.Live;

/// <summary>What a page can look on.</summary>
/// <param name="Kind">overview, stations, station, sockets, session, alarms or cluster, of students home, places or session: also the name of its events.</param>
/// <param name="Argument">The station's number or the charge's id; empty where there is none.</param>
/// <param name="Student">Whose it is: of a student's own topics. It is not told, nor taken from an address.</param>
internal readonly record struct LiveTopic(string Kind, string Argument, string? Student = null)
{
    /// <summary>The most topics of one stream.</summary>
    public const int Most = 12;

    private static readonly string[] Plain = ["overview", "stations", "sockets", "alarms", "cluster"];
    private static readonly string[] PlainOfStudents = ["home", "places"];

    public override string ToString() => Argument.Length == 0 ? Kind : $"{Kind}:{Argument}";

    /// <summary>Reads an operator's list as it stands in an address; what is there twice is once.</summary>
    /// <returns>What is wrong with it, in words, or null.</returns>
    public static string? Fault(string? text, out IReadOnlyList<LiveTopic> topics) => Fault(text, Of, "overview,stations", out topics);

    /// <summary>The same of a student's list. Whether a session is the student's is not known yet.</summary>
    public static string? Fault(string? text, string student, out IReadOnlyList<LiveTopic> topics) => Fault(text, word => Of(word, student), "home,places", out topics);

    private static string? Fault(string? text, Func<string, LiveTopic?> read, string example, out IReadOnlyList<LiveTopic> topics)
    {
        var found = new List<LiveTopic>();
        topics = found;
        foreach (var word in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            if (read(word) is not { } topic) return $"没有主题 {(word.Length > 40 ? word[..40] + "…" : word)}";
            found.Add(topic);
        }
        return found.Count is >= 1 and <= Most ? null : $"topics 必须是 1 到 {Most} 个主题，如 {example}";
    }

    private static LiveTopic? Of(string word)
    {
        if (Plain.Contains(word)) return new LiveTopic(word, "");
        var (kind, argument) = Split(word);
        return kind == "station" && !string.IsNullOrWhiteSpace(argument) ? new LiveTopic(kind, argument) : Session(kind, argument);
    }

    private static LiveTopic? Of(string word, string student)
    {
        if (PlainOfStudents.Contains(word)) return new LiveTopic(word, "", word == "places" ? null : student); // places are the same for all
        var (kind, argument) = Split(word);
        return Session(kind, argument) is { } session ? session with { Student = student } : null;
    }

    private static LiveTopic? Session(string kind, string argument) =>
        kind == "session" && long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? new LiveTopic(kind, argument) : null;

    private static (string Kind, string Argument) Split(string word) =>
        word.IndexOf(':') is >= 0 and var colon ? (word[..colon], word[(colon + 1)..]) : (word, "");
}
