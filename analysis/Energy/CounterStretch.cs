namespace Sems.Analysis.Energy;

/// <summary>Where a counter can be believed: from one reading of the curve to another.</summary>
/// <param name="From">Place of the first reading in the curve.</param>
/// <param name="To">Place of the last.</param>
/// <param name="Wh">What it counted, Wh.</param>
/// <param name="StepWh">How finely it counts, Wh.</param>
internal readonly record struct CounterStretch(int From, int To, double Wh, double StepWh);
