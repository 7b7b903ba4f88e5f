using Sems.Bench.Proofs.Hostile;
using Xunit.Abstractions;

namespace Sems.Crash.Tests.Proofs;

/// <summary>What meets such clients is the web server, which is the same in front of either engine.</summary>
public sealed class HostileTests(ITestOutputHelper output) : ProofTest(output)
{
    [Fact]
    public Task Hostile_clients_harm_no_other_station() => MustPassAsync(new HostileProof(), TimeSpan.FromSeconds(30));
}
