using Sems.Bench.Processes;
using Sems.Bench.Proofs;
using Xunit.Abstractions;

namespace Sems.Crash.Tests.Proofs;

/// <summary>A proof at the size of a test run. They run one at a time, and nothing else of this project meanwhile.</summary>
[Collection(nameof(OneAtATime))]
public abstract class ProofTest(ITestOutputHelper output)
{
    /// <summary>Runs it; fails with its fault.</summary>
    /// <param name="proof">What to prove.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="seed">All that is random comes of it.</param>
    /// <param name="onOrleans">How many rounds on Orleans, whose start takes three times as long; null for as many as on the embedded engine.</param>
    protected async Task MustPassAsync(IProof proof, TimeSpan time, int seed = 1, int? onOrleans = null)
    {
        var gateway = GatewayProgram.Beside();
        using var told = new StringWriter();
        var runner = new ProofRunner(gateway, told) { Small = true, Seed = seed, Rounds = gateway.Engine == GatewayProgram.Embedded ? null : onOrleans };
        var report = await Task.Run(() => runner.RunAsync(proof, time, CancellationToken.None));
        report.Write(told);
        output.WriteLine(told.ToString());
        Assert.True(report.Result.Passed, told.ToString());
    }
}

[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
