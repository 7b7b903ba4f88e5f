using System.Diagnostics;
using Sems.Bench.Processes;

namespace Sems.Bench.Proofs;

/// <summary>Runs proofs one after the other.</summary>
/// <param name="gateway">The program to prove.</param>
/// <param name="progress">Where they tell how they go on.</param>
public sealed class ProofRunner(GatewayProgram gateway, TextWriter progress)
{
    /// <summary>Whether they are to be as small as in a test run.</summary>
    public bool Small { get; init; }

    /// <summary>The seed of each.</summary>
    public required int Seed { get; init; }

    /// <summary>Rounds of each, or null for its own number.</summary>
    public int? Rounds { get; init; }

    /// <summary>Where to keep data meanwhile, or null for the system's temporary directory.</summary>
    public string? Data { get; init; }

    /// <summary>Runs them in shares of a time; what one leaves of its share, the others after it have.</summary>
    public async Task<IReadOnlyList<ProofReport>> RunAsync(IReadOnlyList<IProof> proofs, TimeSpan time, CancellationToken cancel)
    {
        var reports = new List<ProofReport>();
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < proofs.Count; i++)
        {
            var left = TimeSpan.FromTicks(Math.Max(0, (time - Stopwatch.GetElapsedTime(since)).Ticks));
            var share = left * (proofs[i].Weight / proofs.Skip(i).Sum(p => p.Weight));
            reports.Add(await RunAsync(proofs[i], share, cancel));
        }
        return reports;
    }

    /// <summary>Runs one.</summary>
    public async Task<ProofReport> RunAsync(IProof proof, TimeSpan time, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        Say($"{proof.Name}: {proof.Shows}; about {time.TotalSeconds:N0} s, seed {Seed}");
        using var work = new WorkDirectory(Data);
        var run = new ProofRun
        {
            Gateway = gateway,
            Work = work,
            Time = time,
            Small = Small,
            Rounds = Rounds,
            Seed = Seed,
            Say = text => Say($"{proof.Name} {Stopwatch.GetElapsedTime(since).TotalSeconds,5:N0} s: {text}"),
        };
        ProofResult result;
        try
        {
            result = await proof.RunAsync(run, cancel);
        }
        catch (ProofException fault)
        {
            result = new ProofResult(fault.Figures, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or HttpRequestException or TimeoutException)
        {
            result = new ProofResult([], $"it could not go on: {fault.Message}");
        }
        var report = new ProofReport(proof.Name, proof.Shows, Seed, Stopwatch.GetElapsedTime(since), result);
        Say($"{proof.Name}: {(result.Passed ? "passed" : "FAILED: " + result.Fault)}");
        return report;
    }

    private void Say(string text)
    {
        lock (progress)
        {
            progress.WriteLine("  " + text);
            progress.Flush();
        }
    }
}
