namespace Sems.Bench.Proofs;

/// <summary>Something a proof is about did happen.</summary>
public sealed class ProofException : Exception
{
    /// <summary>A fault, and what was measured until then.</summary>
    public ProofException(string message, params IReadOnlyList<ProofFigure> figures) : base(message) => Figures = figures;

    /// <summary>What was measured until then.</summary>
    public IReadOnlyList<ProofFigure> Figures { get; }
}
