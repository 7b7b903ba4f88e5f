using Sems.Bench.Processes;
using Sems.Bench.Proofs;

namespace Sems.Bench.Tests.Proofs;

public sealed class SoakTests
{
    [Theory]
    [InlineData("soak --minutes 5 --only fuzz,clocks --seed 3 --rounds 100", 0)]
    [InlineData("soak --only nothing", 1)]
    [InlineData("soak --minutes 0", 1)]
    [InlineData("soak --rounds 0", 1)]
    [InlineData("soak --gateway a.dll", 1)]
    public void Its_options_are_checked(string line, int faults) => Assert.Equal(faults, CommandLine.Build().Parse(line).Errors.Count);

    [Fact]
    public async Task A_proof_that_fails_is_reported_with_its_figures_and_the_others_run_with_what_time_is_left()
    {
        var times = new List<TimeSpan>();
        using var progress = new StringWriter();
        var runner = new ProofRunner(new GatewayProgram("embedded", "none.dll"), progress) { Seed = 5 };
        var reports = await runner.RunAsync(
            [
                new FakeProof("a", 1, times, () => throw new ProofException("it broke", [new ProofFigure("so far", 7, "things")])),
                new FakeProof("b", 1, times, () => throw new IOException("no server")),
                new FakeProof("c", 2, times, () => new ProofResult([new ProofFigure("all", 1234.5)])),
            ],
            TimeSpan.FromMinutes(4), CancellationToken.None);
        Assert.Equal([false, false, true], reports.Select(r => r.Result.Passed));
        Assert.Equal([60, 80, 240], times.Select(t => Math.Round(t.TotalSeconds / 10) * 10)); // what one leaves, the others have
        using var text = new StringWriter();
        foreach (var report in reports) report.Write(text);
        foreach (var part in (string[])["FAIL  a: shows a", "7 things", "it broke", "could not go on: no server", "pass  c: shows c", "1,234.5", "seed 5"])
            Assert.Contains(part, text.ToString(), StringComparison.Ordinal);
    }

    private sealed class FakeProof(string name, double weight, List<TimeSpan> times, Func<ProofResult> end) : IProof
    {
        public string Name => name;

        public string Shows => "shows " + name;

        public double Weight => weight;

        public Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancel)
        {
            times.Add(run.Time);
            return Task.FromResult(end());
        }
    }
}
