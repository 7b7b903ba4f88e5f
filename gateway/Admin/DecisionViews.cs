namespace Sems.Gateway.Admin;

/// <summary>What rules decided in a charge, in order.</summary>
public sealed record DecisionsView(IReadOnlyList<DecisionView> Decisions);

/// <summary>What a rule decided.</summary>
/// <param name="Number">From 1, in the order of the charge's decisions.</param>
/// <param name="Rule">Which rule, for example over_current.</param>
/// <param name="Action">What followed: notice, alarm, lock, pause, low, clear.</param>
/// <param name="At">When.</param>
/// <param name="Message">What was seen.</param>
/// <param name="Samples">Rows of five as in a <see cref="CurveView"/>; empty when it was decided by time alone.</param>
public sealed record DecisionView(int Number, string Rule, string Action, DateTimeOffset At, string Message, IReadOnlyList<double?[]> Samples);
