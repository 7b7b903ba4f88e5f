using Sems.Bench.Proofs.Fuzz;
using Xunit.Abstractions;

namespace Sems.Crash.Tests.Proofs;

public sealed class FuzzTests(ITestOutputHelper output) : ProofTest(output)
{
    [Fact]
    public Task Twenty_thousand_generated_bodies_get_documented_replies() => MustPassAsync(new FuzzProof(), TimeSpan.FromMinutes(2));
}
