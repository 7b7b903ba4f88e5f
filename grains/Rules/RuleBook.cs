namespace Sems.Grains.Rules;

/// <summary>
/// What the rules have decided in a session. Kept with it, so that nothing is decided twice whatever happens in between.
/// </summary>
[GenerateSerializer, Immutable, Alias("sems.RuleBook")]
public sealed record RuleBook
{
    /// <summary>The number of the last decision.</summary>
    [Id(0)] public int Decisions { get; init; }

    /// <summary>Rules that fired and whose episode is not over.</summary>
    [Id(1)] public RuleSet Open { get; init; }

    /// <summary>How long the session has had power.</summary>
    [Id(2)] public PowerClock Power { get; init; }

    /// <summary>What <see cref="Power"/> showed when the battery was seen full.</summary>
    [Id(3)] public TimeSpan? FullAfter { get; init; }

    /// <summary>Whether a rule fired and its episode is not over.</summary>
    public bool Has(RuleSet rule) => (Open & rule) != 0;
}
