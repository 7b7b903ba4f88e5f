namespace Sems.Bench.Proofs;

/// <summary>What came of a proof.</summary>
/// <param name="Figures">What was measured, in order.</param>
/// <param name="Fault">Why it did not pass, or null.</param>
public sealed record ProofResult(IReadOnlyList<ProofFigure> Figures, string? Fault = null)
{
    /// <summary>Whether it passed.</summary>
    public bool Passed => Fault is null;
}

/// <summary>Something measured.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what; may be empty.</param>
public sealed record ProofFigure(string Name, double Value, string Unit = "");
