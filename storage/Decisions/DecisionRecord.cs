using Sems.Storage.Curves;

namespace Sems.Storage.Decisions;

/// <summary>What a rule decided in a charge, with the samples that led to it. Charge id and number are its identity.</summary>
/// <param name="Number">From 1, in the order of the charge's decisions.</param>
/// <param name="Rule">Which rule, for example over_current.</param>
/// <param name="Action">What followed: notice, alarm, lock, pause, low, clear.</param>
/// <param name="Message">What was seen, in one plain sentence with its figures.</param>
/// <param name="Samples">The samples it was decided by, oldest first; empty when it was decided by time alone.</param>
public sealed record DecisionRecord(
    long ChargeId, int Number, string Rule, string Action, DateTimeOffset At, string Message, IReadOnlyList<Sample> Samples);
