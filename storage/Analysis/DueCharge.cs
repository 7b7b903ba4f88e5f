namespace Sems.Storage.Analysis;

/// <summary>A charge that ended and is yet to be learnt.</summary>
/// <param name="ChargeId">Which.</param>
/// <param name="StudentNumber">Whose it is now: a student's number, or a pseudonym.</param>
public sealed record DueCharge(long ChargeId, string StudentNumber);
