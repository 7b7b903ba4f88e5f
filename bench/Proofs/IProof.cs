namespace Sems.Bench.Proofs;

/// <summary>Shows on real servers that something bad does not happen. Each run starts what it needs and leaves nothing behind.</summary>
public interface IProof
{
    /// <summary>What <c>--only</c> calls it.</summary>
    string Name { get; }

    /// <summary>What it shows, in a line.</summary>
    string Shows { get; }

    /// <summary>Its part of the time, against the other proofs'.</summary>
    double Weight { get; }

    /// <summary>Runs it.</summary>
    /// <returns>Figures, whether it passed or not.</returns>
    /// <exception cref="ProofException">It did not pass.</exception>
    Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancel);
}
