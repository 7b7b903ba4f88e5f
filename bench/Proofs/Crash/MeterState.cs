using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Sems.Bench.Proofs.Crash;

/// <summary>What a meter must look like from outside.</summary>
/// <param name="Sessions">Oldest first.</param>
/// <param name="Level">What a poll answers.</param>
public sealed record MeterState(ImmutableList<MeterSession> Sessions, string Level)
{
    /// <summary>A meter nobody has used.</summary>
    public static readonly MeterState Free = new([], "2");

    /// <summary>Whether a session is open.</summary>
    public bool IsOpen => Sessions is [.., { Ended: false }];

    /// <summary>A session began.</summary>
    public MeterState Started() => new(Sessions.Add(new MeterSession([], Ended: false)), "1");

    /// <summary>It ended.</summary>
    public MeterState Ended() => new(Sessions.SetItem(Sessions.Count - 1, Sessions[^1] with { Ended = true }), "2");

    /// <summary>The last bill was paid.</summary>
    public MeterState Paid() => this with { Sessions = Sessions.SetItem(Sessions.Count - 1, Sessions[^1] with { Paid = true }) };

    /// <summary>A sample was stored.</summary>
    public MeterState Sampled(string point) =>
        this with { Sessions = Sessions.SetItem(Sessions.Count - 1, Sessions[^1] with { Points = Sessions[^1].Points.Add(point) }) };

    /// <summary>An operator switched it.</summary>
    public MeterState Switched(string level) => this with { Level = level };

    /// <summary>Whether everything of an earlier state is in here.</summary>
    public bool Holds(MeterState earlier) => Sessions.Count >= earlier.Sessions.Count && earlier.Sessions.Zip(Sessions).All(pair =>
        pair.Second.Points.Take(pair.First.Points.Count).SequenceEqual(pair.First.Points) && (pair.Second.Ended || !pair.First.Ended)
        && (pair.Second.Paid || !pair.First.Paid));

    /// <summary>All of it as text, sessions before one left out, to be compared and read.</summary>
    public string Picture(int from)
    {
        var text = new StringBuilder($"level {Level}, {Sessions.Count} sessions\n");
        for (var i = from; i < Sessions.Count; i++)
        {
            var (points, ended, paid) = Sessions[i];
            var how = ended ? $"ended, {points.Count} samples, billed once{(paid ? ", paid" : "")}" : "open";
            text.Append(CultureInfo.InvariantCulture, $"{i}: {how}: {string.Join(' ', points)}\n");
        }
        return text.ToString();
    }
}
