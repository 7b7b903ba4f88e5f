using System.Net;
using Sems.Bench.Campus;
using Sems.Bench.Load;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>Samples as fast as they go, from an address of its own, in the name of a station that honest ones speak for too.</summary>
/// <param name="server">Where to.</param>
/// <param name="firstTime">Unix seconds of its first samples.</param>
internal sealed class Flood(IPEndPoint server, long firstTime)
{
    private const int Connections = 64;
    private const string Refusal = "charge got 429 ";

    private static readonly IPAddress From = new([127, 0, 0, 2]);
    private static readonly Workload Samples = Workloads.Charge(new CampusShape(CampusShape.MetersPerStation));
    private readonly Walk _walk = new(Samples, Connections, firstTime);

    /// <summary>Answered per second.</summary>
    public double Rate { get; private set; }

    /// <summary>Of all, those refused.</summary>
    public long Refused { get; private set; }

    /// <summary>An answer that is neither right nor 429, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Goes on until cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => LowThread.RunAsync("flood", () => Work(cancel));

    private void Work(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var result = new LoadGenerator(server, Connections) { From = From }.Run(Samples, _walk, LoadLimit.For(TimeSpan.Zero, TimeSpan.FromSeconds(1)), CancellationToken.None);
            Rate = result.Rate;
            Refused += result.Errors;
            if (result.FirstError is { } error && !error.StartsWith(Refusal, StringComparison.Ordinal)) Fault ??= error;
        }
    }
}
