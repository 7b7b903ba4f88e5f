namespace Sems.Simulator.Wire;

/// <summary>A reply that has the shape its endpoint promises.</summary>
public sealed record ServiceReply
{
    /// <summary>Result 1 and nothing else: what nearly every request is answered.</summary>
    public static ServiceReply Done { get; } = new() { Result = 1 };

    /// <summary>1 done, 0 refused, -1 not understood or failed; null where the reply has none (a poll, money).</summary>
    public int? Result { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Message { get; init; }

    /// <summary>The student's number as text; null for an unknown card or another endpoint.</summary>
    public string? StudentNumber { get; init; }

    /// <summary>Whether the number came as a JSON string.</summary>
    public bool StudentNumberIsText { get; init; }

    /// <summary>Whether the reply had a field <c>username</c>, null or not.</summary>
    public bool HasUsername { get; init; }

    /// <summary>The student's user name.</summary>
    public string? Username { get; init; }

    /// <summary>Yuan, two decimals at most.</summary>
    public decimal? Money { get; init; }

    /// <summary>The control value of every meter, by number.</summary>
    public IReadOnlyDictionary<string, ControlValue>? Controls { get; init; }
}
