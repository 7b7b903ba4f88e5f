namespace Sems.Gateway.Live;

/// <summary>What a page can look on.</summary>
/// <param name="Kind">overview, stations, station, sockets, session, alarms or cluster: also the name of its events.</param>
/// <param name="Argument">The station's number or the charge's id; empty where there is none.</param>
internal readonly record struct LiveTopic(string Kind, string Argument)
{
    /// <summary>The most topics of one stream.</summary>
    public const int Most = 12;

    private static readonly string[] Plain = ["overview", "stations", "sockets", "alarms", "cluster"];

    public override string ToString() => Argument.Length == 0 ? Kind : $"{Kind}:{Argument}";

    /// <summary>Reads a list as it stands in an address; what is there twice is once.</summary>
    /// <returns>What is wrong with it, in words, or null.</returns>
    public static string? Fault(string? text, out IReadOnlyList<LiveTopic> topics)
    {
        var found = new List<LiveTopic>();
        topics = found;
        foreach (var word in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            if (Of(word) is not { } topic) return $"没有主题 {(word.Length > 40 ? word[..40] + "…" : word)}";
            found.Add(topic);
        }
        return found.Count is >= 1 and <= Most ? null : $"topics 必须是 1 到 {Most} 个主题，如 overview,stations";
    }

    private static LiveTopic? Of(string word)
    {
        if (Plain.Contains(word)) return new LiveTopic(word, "");
        var colon = word.IndexOf(':');
        if (colon < 0) return null;
        var (kind, argument) = (word[..colon], word[(colon + 1)..]);
        return kind switch
        {
            "station" when !string.IsNullOrWhiteSpace(argument) => new LiveTopic(kind, argument),
            "session" when long.TryParse(argument, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _) => new LiveTopic(kind, argument),
            _ => null,
        };
    }
}
