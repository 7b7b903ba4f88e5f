namespace Sems.Storage.Ledger;

/// <summary>What was wrong with a charge's energy counter: how often it went backward, jumped, and changed its scale.</summary>
public sealed record EnergyFaultCounts(int Backward, int Jumps, int Scales);
