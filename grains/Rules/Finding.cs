namespace Sems.Grains.Rules;

/// <summary>What a rule found, with all that is told of it.</summary>
/// <param name="Rule">One rule.</param>
/// <param name="Outcome">What follows.</param>
/// <param name="At">When.</param>
/// <param name="Message">What was seen, in one plain sentence with its figures.</param>
/// <param name="Samples">How many samples led to it; 0 when time alone did.</param>
/// <param name="ThroughMs">They end with the one placed there, Unix ms.</param>
/// <param name="Detail">The facts for a push, JSON.</param>
public sealed record Finding(RuleSet Rule, RuleOutcome Outcome, DateTimeOffset At, string Message, int Samples, long ThroughMs, string Detail);
