namespace Sems.Storage;

/// <summary>How far a long piece of work is.</summary>
/// <param name="Step">What it is doing.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is; 0 where that is not known.</param>
public readonly record struct StepProgress(string Step, long Done, long Total);
