using Sems.Bench.Proofs.Crash;
using Xunit.Abstractions;

namespace Sems.Crash.Tests.Proofs;

public sealed class CrashTests(ITestOutputHelper output) : ProofTest(output)
{
    [Fact]
    public Task Killed_at_any_moment_it_keeps_what_it_answered_for() => MustPassAsync(new CrashProof(), TimeSpan.FromMinutes(10), seed: 20160705, onOrleans: 25);
}
