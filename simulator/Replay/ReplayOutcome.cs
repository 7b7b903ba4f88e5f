namespace Sems.Simulator.Replay;

/// <summary>What the server has of a replayed charge.</summary>
/// <param name="Distinct">Samples with distinct times that were sent.</param>
/// <param name="Kept">Points the server gave back; null when it did not come to that.</param>
/// <param name="BilledYuan">The bill, yuan; null when there is none or its amount is not told.</param>
/// <param name="Mismatch">What is wrong; null when nothing is.</param>
public sealed record ReplayOutcome(int Distinct, int? Kept, decimal? BilledYuan, string? Mismatch);
