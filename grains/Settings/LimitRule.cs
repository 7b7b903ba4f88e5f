namespace Sems.Grains.Settings;

/// <summary>A limit on a measured value. One odd sample never counts: it takes several in a row.</summary>
/// <param name="Limit">In the value's unit.</param>
/// <param name="Samples">So many in a row: 1 to 60, and 2 at least for <see cref="RuleAction.Lock"/>.</param>
/// <param name="Action">What follows.</param>
public sealed record LimitRule(double Limit, int Samples, RuleAction Action);
