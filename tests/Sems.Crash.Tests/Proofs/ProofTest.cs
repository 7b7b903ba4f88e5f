using Sems.Bench.Processes;
using Sems.Bench.Proofs;
using Xunit.Abstractions;

namespace Sems.Crash.Tests.Proofs;

/// <summary>A proof at the size of a test run. They run one at a time, and nothing else of this project meanwhile.</summary>
[Collection(nameof(OneAtATime))]
public abstract class ProofTest(ITestOutputHelper output)
{
    /// <summary>Runs it; fails with its fault.</summary>
    protected async Task MustPassAsync(IProof proof, TimeSpan time, int seed = 1)
    {
        using var told = new StringWriter();
        var runner = new ProofRunner(GatewayProgram.Beside(), told) { Small = true, Seed = seed };
        var report = await Task.Run(() => runner.RunAsync(proof, time, CancellationToken.None));
        report.Write(told);
        output.WriteLine(told.ToString());
        Assert.True(report.Result.Passed, told.ToString());
    }
}

[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
