using Sems.Bench.Proofs.Clocks;
using Sems.Bench.Proofs.Crash;
using Sems.Bench.Proofs.Faults;
using Sems.Bench.Proofs.Fuzz;
using Sems.Bench.Proofs.Hostile;

namespace Sems.Bench.Proofs;

/// <summary>Every proof, in the order they are run.</summary>
public static class ProofList
{
    /// <summary>Them.</summary>
    public static IReadOnlyList<IProof> All { get; } =
    [
        new CrashProof(),
        new FaultProof(),
        new FuzzProof(),
        new HostileProof(),
        new ClocksProof(),
    ];
}
