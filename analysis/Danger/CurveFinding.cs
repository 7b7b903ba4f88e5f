namespace Sems.Analysis.Danger;

/// <summary>Something found in a charge.</summary>
/// <param name="Kind">What.</param>
/// <param name="AtMs">When it was sure, Unix ms.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
/// <param name="Message">What was seen: one plain Chinese sentence with its figures.</param>
/// <param name="Advice">What to do: one plain Chinese sentence.</param>
public sealed record CurveFinding(FindingKind Kind, long AtMs, FindingSeverity Severity, double Confidence, string Message, string Advice);
