using Sems.Bench.Proofs.Clocks;
using Xunit.Abstractions;

namespace Sems.Crash.Tests.Proofs;

public sealed class ClocksTests(ITestOutputHelper output) : ProofTest(output)
{
    [Fact]
    public Task Wrong_clocks_and_a_backlog_lose_nothing() => MustPassAsync(new ClocksProof(), TimeSpan.FromMinutes(1));
}
