using Sems.Bench.Proofs.Faults;
using Xunit.Abstractions;

namespace Sems.Crash.Tests.Proofs;

public sealed class FaultTests(ITestOutputHelper output) : ProofTest(output)
{
    [Theory]
    [InlineData(20160706)]
    public Task Storage_that_fails_under_load_loses_doubles_and_halves_nothing(int seed) => MustPassAsync(new FaultProof(), TimeSpan.FromMinutes(10), seed, onOrleans: 10);
}
