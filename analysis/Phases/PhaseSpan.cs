namespace Sems.Analysis.Phases;

/// <summary>A phase and its time: from its first reading to the first of the next, or to its own last one.</summary>
/// <param name="Phase">What the battery was doing.</param>
/// <param name="FromMs">Unix ms.</param>
/// <param name="ToMs">Unix ms.</param>
/// <param name="Confidence">How sure that is, 0 to 1.</param>
public readonly record struct PhaseSpan(ChargePhase Phase, long FromMs, long ToMs, double Confidence = 1);
