using System.CommandLine;
using Sems.Bench.Processes;

namespace Sems.Bench.Proofs;

/// <summary><c>sems-bench soak</c>.</summary>
public sealed class SoakCommand : Command
{
    private readonly Option<double> _minutes = new("--minutes")
    {
        Description = "How long all of it should take; a proof that has done what it has to ends earlier",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<string[]> _only = new("--only")
    {
        Description = $"Run only these, separated by commas: {string.Join(", ", ProofList.All.Select(p => p.Name))}",
        CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
    };

    private readonly Option<int?> _seed = new("--seed") { Description = "What all that is random comes of: the seed of a run that failed repeats it" };
    private readonly Option<int?> _rounds = new("--rounds") { Description = "How many bodies, kills or whatever a proof counts, instead of its own number" };
    private readonly Option<string?> _gateway = new("--gateway")
    {
        Description = "ENGINE=PATH of a sems-gateway.dll. The one built beside this program otherwise",
    };

    private readonly Option<string?> _data = new("--data") { Description = "Keep the data in this directory meanwhile" };

    /// <summary>The command.</summary>
    public SoakCommand()
        : base("soak", "Prove on real servers that faults, hostile clients and wrong clocks break nothing")
    {
        foreach (var option in new Option[] { _minutes, _only, _seed, _rounds, _gateway, _data }) Add(option);
        _minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.1 and <= 10_000)) result.AddError("--minutes must be 0.1 to 10000");
        });
        _rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1) result.AddError("--rounds must be at least 1");
        });
        _only.Validators.Add(result =>
        {
            var names = ProofList.All.Select(p => p.Name);
            foreach (var unknown in result.GetValueOrDefault<string[]>()?.Except(names) ?? []) result.AddError($"--only: there is no proof '{unknown}'");
        });
        _gateway.Validators.Add(result =>
        {
            try
            {
                if (result.GetValueOrDefault<string?>() is { } text) GatewayProgram.Parse(text);
            }
            catch (FormatException fault)
            {
                result.AddError(fault.Message);
            }
        });
        SetAction((parsed, cancel) => RunAsync(parsed, cancel));
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var gateway = parsed.GetValue(_gateway) is { } text ? GatewayProgram.Parse(text) : GatewayProgram.Beside();
        if (!File.Exists(gateway.Path))
        {
            await Console.Error.WriteLineAsync($"There is no {gateway.Path}: build the gateway, or name it with --gateway");
            return 1;
        }
        var only = parsed.GetValue(_only) ?? [];
        IProof[] proofs = [.. ProofList.All.Where(p => only.Length == 0 || only.Contains(p.Name))];
        var runner = new ProofRunner(gateway, Console.Error)
        {
            Seed = parsed.GetValue(_seed) ?? Environment.TickCount & 0xFFFF,
            Rounds = parsed.GetValue(_rounds),
            Data = parsed.GetValue(_data),
        };
        try
        {
            // On the thread pool: a load generator keeps its thread busy.
            var reports = await Task.Run(() => runner.RunAsync(proofs, TimeSpan.FromMinutes(parsed.GetValue(_minutes)), cancel), CancellationToken.None);
            foreach (var report in reports) report.Write(Console.Out);
            var failed = reports.Count(r => !r.Result.Passed);
            Console.WriteLine($"\n{gateway.Engine} engine: {reports.Count - failed} passed, {failed} failed");
            return failed == 0 ? 0 : 1;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted; what was started is stopped");
            return 130;
        }
    }
}
