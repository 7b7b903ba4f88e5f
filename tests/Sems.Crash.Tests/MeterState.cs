using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Sems.Crash.Tests;

/// <summary>What a meter must look like from outside.</summary>
/// <param name="Sessions">Oldest first.</param>
/// <param name="Level">What a poll answers.</param>
internal sealed record MeterState(ImmutableList<MeterSession> Sessions, string Level)
{
    public static readonly MeterState Free = new([], "2");

    public bool IsOpen => Sessions is [.., { Ended: false }];

    public MeterState Started() => new(Sessions.Add(new MeterSession([], Ended: false)), "1");

    public MeterState Ended() => new(Sessions.SetItem(Sessions.Count - 1, Sessions[^1] with { Ended = true }), "2");

    public MeterState Sampled(string point) =>
        this with { Sessions = Sessions.SetItem(Sessions.Count - 1, Sessions[^1] with { Points = Sessions[^1].Points.Add(point) }) };

    public MeterState Switched(string level) => this with { Level = level };

    /// <summary>Whether everything of an earlier state is in here.</summary>
    public bool Holds(MeterState earlier) => Sessions.Count >= earlier.Sessions.Count && earlier.Sessions.Zip(Sessions).All(pair =>
        pair.Second.Points.Take(pair.First.Points.Count).SequenceEqual(pair.First.Points) && (pair.Second.Ended || !pair.First.Ended));

    /// <summary>All of it as text, sessions before one left out, to be compared and read.</summary>
    public string Picture(int from)
    {
        var text = new StringBuilder($"level {Level}, {Sessions.Count} sessions\n");
        for (var i = from; i < Sessions.Count; i++)
        {
            var (points, ended) = Sessions[i];
            text.Append(CultureInfo.InvariantCulture, $"{i}: {(ended ? $"ended, {points.Count} samples, billed once" : "open")}: {string.Join(' ', points)}\n");
        }
        return text.ToString();
    }
}

/// <summary>A session: its samples as the curve must give them back.</summary>
internal sealed record MeterSession(ImmutableList<string> Points, bool Ended);
