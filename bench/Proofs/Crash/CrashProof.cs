using System.Diagnostics;
using Sems.Bench.Processes;

namespace Sems.Bench.Proofs.Crash;

/// <summary>
/// The server is killed at random moments of its work and started again: every sample it answered for is there and none twice, every ended
/// session has one bill, the books are in order before it starts again and after, and nobody is stuck.
/// </summary>
public sealed class CrashProof : IProof
{
    private const int LeastLoadMs = 50;
    private const int MostLoadMs = 600;
    private static readonly (string, string)[] Settings = [("Service__Limits", "off"), ("Api__Limits", "off"), ("Charging__ArrearsLimitFen", "")];

    /// <inheritdoc/>
    public string Name => "crash";

    /// <inheritdoc/>
    public string Shows => "a killed server keeps whatever it answered for, once";

    /// <inheritdoc/>
    public double Weight => 3;

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancel)
    {
        var kills = new Kills(run);
        try
        {
            await kills.RunAsync(run.Count(small: 50, full: 500), cancel);
            return new ProofResult(kills.Figures);
        }
        catch (ProofException fault)
        {
            throw new ProofException($"{fault.Message} (round {kills.Round}, seed {run.Seed})", kills.Figures);
        }
    }

    private sealed class Kills(ProofRun run)
    {
        private readonly Random _random = new(run.Seed);
        private readonly LoadedCampus _campus = new(run.Work.Path, run.Seed);
        private readonly List<TimeSpan> _recoveries = [];
        private int _kills;
        private int _answers;
        private int _books;

        public int Round { get; private set; }

        public IReadOnlyList<ProofFigure> Figures =>
        [
            new("rounds", Round),
            new("kills, some while it starts", _kills),
            new("calls of meters answered", _answers),
            new("samples answered, each there once", _campus.Samples),
            new("sessions", _campus.Sessions),
            new("bills, one for each session that ended", _campus.Bills),
            new("books checked", _books),
            new("start to ready after a kill, middle", Middle(_recoveries).TotalMilliseconds, "ms"),
            new("start to ready after a kill, worst", _recoveries.DefaultIfEmpty().Max().TotalMilliseconds, "ms"),
        ];

        public async Task RunAsync(int rounds, CancellationToken cancel)
        {
            var since = Stopwatch.GetTimestamp();
            while (Round < rounds && Stopwatch.GetElapsedTime(since) < run.Time)
            {
                await RoundAsync(cancel);
                if (++Round % 25 == 0) run.Say($"{Round} of {rounds} rounds, {_campus.Samples} samples, {_campus.Bills} bills");
            }
            await using var last = await StartAsync(cancel);
            using var client = Client(last);
            await ProveAsync(client);
            await _campus.ProveEverythingAndNobodyIsStuckAsync(client);
            Check("when all was done");
        }

        private async Task RoundAsync(CancellationToken cancel)
        {
            await using var server = await StartAsync(cancel);
            using var client = Client(server);
            await ProveAsync(client);
            var work = _campus.WorkAsync(client, () => Interlocked.Increment(ref _answers));
            await Task.Delay(_random.Next(LeastLoadMs, MostLoadMs), cancel);
            if (server.Server.HasEnded) throw new ProofException($"the server ended by itself. It said:\n{server.Server.Said}");
            await KillAsync(server.Server);
            await work;
            Check("after a kill");
            if (_random.Next(5) == 0) await KillStartingAsync(cancel);
        }

        private async Task KillStartingAsync(CancellationToken cancel)
        {
            await using var server = await GatewayProcess.LaunchAsync(run.Gateway, run.Start("data", null, Settings), cancel);
            await Task.Delay(_random.Next(0, 50), cancel);
            await KillAsync(server);
            Check("after a kill while it started");
        }

        private async Task<GatewayProcess> StartAsync(CancellationToken cancel)
        {
            var server = await run.StartServerAsync("data", Round == 0 ? "campus" : null, cancel, Settings);
            if (Round > 0) _recoveries.Add(server.StartToReady);
            return server;
        }

        private async Task KillAsync(ServerProcess server)
        {
            await server.KillAsync();
            _kills++;
        }

        private async Task ProveAsync(CampusClient client)
        {
            await _campus.ProveAsync(client);
            Check("after a restart");
        }

        private static CampusClient Client(GatewayProcess server) => new(new Uri($"http://{server.Server.Address}"), GatewayProcess.Password);

        private void Check(string when)
        {
            SoundBooks.Must(_campus.Data, when);
            _books++;
        }

        private static TimeSpan Middle(List<TimeSpan> times) => times.Count == 0 ? default : times.Order().ElementAt(times.Count / 2);
    }
}
