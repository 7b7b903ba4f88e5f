using System.Diagnostics;
using Sems.Bench.Proofs.Crash;
using Sems.Silo;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Bench.Proofs.Faults;

/// <summary>
/// Storage fails under the whole product at work, in each way, now wholly and now here and there: who is refused can ask again, nothing is
/// half-done, and when the fault is over everything goes on without a restart. Runs in this process, on the engine this program is built for.
/// </summary>
public sealed class FaultProof : IProof
{
    private static readonly StorageFault[] Kinds = Enum.GetValues<StorageFault>();

    /// <inheritdoc/>
    public string Name => "faults";

    /// <inheritdoc/>
    public string Shows => "storage that fails for a while loses, doubles and halves nothing";

    /// <inheritdoc/>
    public double Weight => 1;

    /// <inheritdoc/>
    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancel)
    {
        if (SiloEngine.Name != run.Gateway.Engine)
            throw new IOException($"this program is built for the {SiloEngine.Name} engine, the gateway is one of the {run.Gateway.Engine} engine");
        var spells = new Spells(run);
        try
        {
            await spells.RunAsync(run.Count(small: 20, full: 500), cancel);
            return new ProofResult(spells.Figures);
        }
        catch (ProofException fault)
        {
            throw new ProofException($"{fault.Message} ({spells.Now}, spell {spells.Count}, seed {run.Seed})", spells.Figures);
        }
    }

    private sealed class Spells(ProofRun run)
    {
        private const string Unavailable = """{"result":-1,"message":"服务暂不可用"}""";
        private const int LeastMs = 50;
        private const int MostMs = 250;

        private readonly Random _random = new(run.Seed);
        private readonly LoadedCampus _campus = new(run.Work.Path, run.Seed);
        private readonly List<TimeSpan> _recoveries = [];
        private int _answered;
        private int _refused;
        private long _struck;

        public int Count { get; private set; }

        public StorageFault Now { get; private set; }

        public IReadOnlyList<ProofFigure> Figures =>
        [
            new("kinds of fault", Math.Min(Count, Kinds.Length)),
            new("spells", Count),
            new("steps of storage struck", _struck),
            new("calls refused, asked again until answered", _refused),
            new("calls answered", _answered),
            new("samples answered, each there once", _campus.Samples),
            new("sessions", _campus.Sessions),
            new("bills, one for each session that ended", _campus.Bills),
            new("end of the fault to ready, middle", _recoveries.Order().ElementAtOrDefault(_recoveries.Count / 2).TotalMilliseconds, "ms"),
            new("end of the fault to ready, worst", _recoveries.DefaultIfEmpty().Max().TotalMilliseconds, "ms"),
        ];

        public async Task RunAsync(int spells, CancellationToken cancel)
        {
            var since = Stopwatch.GetTimestamp();
            await using (var server = await FaultyServer.ReadyAsync(_campus.Data, _campus.Import, run.Seed, cancel))
            {
                while (Count < spells && (Count < Kinds.Length || Stopwatch.GetElapsedTime(since) < run.Time))
                {
                    Now = Kinds[Count % Kinds.Length];
                    await SpellAsync(server, cancel);
                    if (++Count % 25 == 0) run.Say($"{Count} of {spells} spells, {_refused} calls refused, {_campus.Samples} samples, {_campus.Bills} bills");
                }
                SoundBooks.Must(_campus.Data, "before the server stops");
            }
            // What is on disk is what it showed.
            await using var again = await FaultyServer.ReadyAsync(_campus.Data, null, run.Seed, cancel);
            await _campus.ProveAsync(again.Client);
            await _campus.ProveEverythingAndNobodyIsStuckAsync(again.Client);
            SoundBooks.Must(_campus.Data, "after a restart");
        }

        private async Task SpellAsync(FaultyServer server, CancellationToken cancel)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var work = _campus.WorkThroughAsync(
                server.Client, () => Interlocked.Increment(ref _answered), () => Interlocked.Increment(ref _refused), stop.Token);
            await WaitAsync();
            var (refused, struck) = (_refused, server.Faults.Struck);
            var wholly = _random.Next(2) == 0;
            server.Faults.Begin(Now, wholly ? 1 : _random.Next(2, 30));
            await WaitAsync();
            if (wholly) await MustTellAsync(server.Client);
            if (_random.Next(2) == 0)
            {
                // What was refused last is looked at as it is, before it is asked again.
                await stop.CancelAsync();
                await work;
            }
            server.Faults.End();
            _struck += server.Faults.Struck - struck;

            var ended = Stopwatch.GetTimestamp();
            await server.BecomeReadyAsync();
            _recoveries.Add(Stopwatch.GetElapsedTime(ended));
            await WaitAsync();
            await stop.CancelAsync();
            await work;
            if (wholly && server.Faults.Struck == struck) throw new ProofException("the fault struck nothing");
            if (wholly && Now != StorageFault.Slow && _refused == refused) throw new ProofException("nobody was refused");
            await _campus.ProveAsync(server.Client);

            Task WaitAsync() => Task.WhenAny(Task.Delay(_random.Next(LeastMs, MostMs), cancel), work).Unwrap();
        }

        /// <summary>A station and health are told, unless storage is merely slow.</summary>
        private async Task MustTellAsync(CampusClient client)
        {
            var health = await client.HealthAsync();
            if (Now == StorageFault.Slow)
            {
                health.MustBeGood("health, with slow storage,");
                return;
            }
            if (health.Status != 503 || !health.Text.Contains("storage: ", StringComparison.Ordinal))
                throw new ProofException($"without storage, health said {health.Status} {health.Text}");
            var start = await client.StartAsync(LoadedCampus.SpareCard, LoadedCampus.SpareGroup, LoadedCampus.SpareAmmeter);
            if (start is not { Status: 503, Text: Unavailable }) throw new ProofException($"without storage, a start was answered {start.Status} {start.Text}");
        }
    }
}
