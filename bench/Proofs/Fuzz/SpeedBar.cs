using Sems.Bench.Load;
using Sems.Bench.Processes;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>Samples per second, measured before something and after it by the same load in the same run.</summary>
internal sealed class SpeedBar(GatewayProcess gateway, TimeSpan round)
{
    private const int Connections = 64;
    private const int Rounds = 3;

    private static readonly Workload Samples = Workloads.Charge(FuzzCampus.Quiet);
    private readonly Walk _walk = new(Samples, Connections, DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    /// <summary>Opens every session, or finds it open.</summary>
    public void OpenSessions(CancellationToken cancel)
    {
        var start = Workloads.Start(FuzzCampus.Quiet);
        Good(Load.Run(start, new Walk(start, Connections, 0), LoadLimit.Through(1), cancel));
    }

    /// <summary>Load that is not measured.</summary>
    public void WarmUp(CancellationToken cancel) => Good(Load.Run(Samples, _walk, LoadLimit.For(TimeSpan.Zero, round * Rounds), cancel));

    /// <summary>The median of a few rounds.</summary>
    public double Measure(CancellationToken cancel)
    {
        var rates = Enumerable.Range(0, Rounds).Select(_ => Good(Load.Run(Samples, _walk, LoadLimit.For(round * 0.1, round), cancel)).Rate).Order().ToList();
        return rates[Rounds / 2];
    }

    private LoadGenerator Load => new(gateway.Server.Address, Connections);

    private static LoadResult Good(LoadResult result) => result.Errors == 0 ? result : throw new ProofException($"{result.Errors} wrong replies, the first: {result.FirstError}");
}
