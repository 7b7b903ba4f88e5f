using System.Globalization;
using System.Net;
using Sems.Bench.Campus;
using Sems.Bench.Load;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>Slow, silent, endless and flooding clients: other stations keep their p99, and the server ends what does not end by itself.</summary>
public sealed class HostileProof : IProof
{
    private const int MetersInAll = 2 * CampusShape.MetersPerStation;
    private const int FilesForOtherThings = 3_000;
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10); // an answered connection is given 5 s to end by itself

    /// <inheritdoc />
    public string Name => "hostile";

    /// <inheritdoc />
    public string Shows => "slow, silent, endless and flooding clients harm no other station";

    /// <inheritdoc />
    public double Weight => 2;

    /// <inheritdoc />
    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancel)
    {
        var patience = run.Small ? new Patience(Idle: 6, Headers: 4, Body: 4) : new Patience(Idle: 120, Headers: 15, Body: 15);
        var campus = new CampusShape(MetersInAll);
        CampusFiles.Write(run.Work["campus"], campus);
        await using var server = await run.StartServerAsync("data", "campus", cancel, patience.Settings);
        var address = server.Server.Address;
        var start = Workloads.Start(campus);
        var opened = new LoadGenerator(address, 16).Run(start, new Walk(start, 16, 0), LoadLimit.Through(1), cancel);
        if (opened.Errors > 0) throw new ProofException(opened.FirstError!);

        var firstTime = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        using var honest = new HonestStations(address, Workloads.Charge(campus), Workloads.Control(campus, '1'), lines: 16, firstTime);
        await Task.Delay(TimeSpan.FromSeconds(run.Small ? 1 : 3), cancel); // warm
        var calm = new Calm(run, honest, run.Small ? TimeSpan.FromSeconds(1.2) : run.Time / 16);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var held = Held(run, patience);
        var resident = server.Server.ResidentBytes;
        var ends = new List<Task>();
        await calm.MeasureAsync("idle, half-open and slow connections", async ended =>
        {
            if (ends.Count == 0)
            {
                foreach (var one in held) ends.Add(await one.OpenAsync(address, over.Token));
            }
            await Task.Delay(Timeout.Infinite, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }, cancel);
        var perConnection = (double)(server.Server.ResidentBytes - resident) / held.Sum(h => h.Opened) / 1024;

        Onslaught[] onslaughts =
        [
            new("connections opened and left", address, Loopback(4), 8, Onslaught.Leave),
            new("gigantic lengths announced", address, Loopback(5), 8, Onslaught.HugeLength),
            new("bodies without an end", address, Loopback(6), 4, Onslaught.EndlessBody),
        ];
        foreach (var onslaught in onslaughts) await calm.MeasureAsync(onslaught.Name, onslaught.RunAsync, cancel);
        var flood = new Flood(address, firstTime);
        await calm.MeasureAsync("a flood of samples from one address", flood.RunAsync, cancel);

        run.Say("waiting for the server to end what does not end by itself");
        await Task.WhenAny(Task.WhenAll(ends), Task.Delay(held.Max(h => h.EndedWithin) + Slack, cancel));
        await over.CancelAsync();
        await Task.WhenAll(ends);
        calm.Check();

        ProofFigure[] figures =
        [
            .. calm.Figures,
            .. held.SelectMany(h => new ProofFigure[]
            {
                new($"{h.Name}: ended by the server", h.Ended, $"of {h.Opened.ToString("#,0", CultureInfo.InvariantCulture)}"), new("  the longest lasted", h.Longest.TotalSeconds, "s"),
            }),
            new("resident memory of a held connection", perConnection, "KiB"),
            .. onslaughts.Select(o => new ProofFigure(o.Name, o.Times)),
            new("samples flooded, per second", flood.Rate), new("of them refused with 429", flood.Refused),
        ];
        return new ProofResult(figures, calm.Fault ?? flood.Fault ?? FaultOf(held));
    }

    private static IPAddress Loopback(byte last) => new([127, 0, 0, last]);

    private static HeldConnections[] Held(ProofRun run, Patience patience)
    {
        const string head = "POST /service/charge HTTP/1.1\r\nHost: sems\r\n";
        var (few, wanted) = run.Small ? (100, 2_000) : (500, 10_000);
        var idle = Math.Min(wanted, Math.Max(100, FileLimit.Most - FilesForOtherThings - (3 * few)));
        if (idle < wanted) run.Say($"this machine lets a process have {FileLimit.Most:N0} open files: {idle:N0} idle connections instead of {wanted:N0}");
        return
        [
            new("idle connections", idle / 2, Loopback(3), "", null, TimeSpan.FromSeconds(patience.Idle)),
            new("idle connections from elsewhere", idle / 2, Loopback(10), "", null, TimeSpan.FromSeconds(patience.Idle)),
            new("half a header", few, Loopback(7), "POST /service/cha", null, TimeSpan.FromSeconds(patience.Headers)),
            new("headers, a byte a second", few, Loopback(8), head + "X-Slow: ", "a", TimeSpan.FromSeconds(patience.Headers)),
            new("bodies, a byte a second", few, Loopback(9), head + "Content-Length: 500\r\n\r\n{", " ", TimeSpan.FromSeconds(patience.Body)),
        ];
    }

    private static string? FaultOf(HeldConnections[] held)
    {
        foreach (var one in held)
        {
            if (one.Ended < one.Opened) return $"{one.Name}: {one.Opened - one.Ended} were not ended within {(one.EndedWithin + Slack).TotalSeconds} s";
            if (one.Longest > one.EndedWithin + Slack) return $"{one.Name}: one lasted {one.Longest.TotalSeconds:N1} s";
        }
        return null;
    }

    /// <summary>How long the server waits, seconds.</summary>
    private sealed record Patience(int Idle, int Headers, int Body)
    {
        public (string, string)[] Settings =>
        [
            Of("IdleSeconds", Idle), Of("HeaderSeconds", Headers), Of("BodySeconds", Body), ("Charging__ArrearsLimitFen", ""),
        ];

        private static (string, string) Of(string name, int seconds) => ($"Service__Limits__{name}", seconds.ToString(CultureInfo.InvariantCulture));
    }
}
