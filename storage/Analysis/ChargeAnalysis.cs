namespace Sems.Storage.Analysis;

/// <summary>What the curve of a charge says, as kept.</summary>
/// <param name="ChargeId">The charge.</param>
/// <param name="Version">Of the analysis that made it.</param>
/// <param name="AnalyzedAt">When it was made.</param>
/// <param name="StudentNumber">Whose battery learnt from it; null when none did.</param>
/// <param name="Vehicle">Which of the student's batteries, from 1; null when none did.</param>
/// <param name="ModelKey">The brand's model it belongs to; null when it belongs to none.</param>
/// <param name="ModelDue">That model has yet to learn from it.</param>
/// <param name="Findings">How many things were found.</param>
/// <param name="Worst">The worst of them, the greater the worse; null when nothing was found.</param>
/// <param name="ReportJson">The whole; null when it could not be analysed.</param>
/// <param name="Fault">Why it could not be analysed; null when it was.</param>
public sealed record ChargeAnalysis(
    long ChargeId, int Version, DateTimeOffset AnalyzedAt, string? StudentNumber, int? Vehicle, string? ModelKey, bool ModelDue, int Findings, int? Worst,
    string? ReportJson, string? Fault);
