using Sems.Analysis.Latency;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>Compares the honest stations' p99 under each attack with their p99 just before.</summary>
/// <param name="run">The run.</param>
/// <param name="honest">The stations.</param>
/// <param name="window">How long to measure.</param>
internal sealed class Calm(ProofRun run, HonestStations honest, TimeSpan window)
{
    private const double MostTimesQuiet = 3;
    private const int Tries = 3;

    /// <summary>Less than this is as good as this: below it a p99 says more about the machine's scheduling than about the server.</summary>
    private static readonly P99 Floor = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100));

    /// <summary>Beside whatever else a test machine does: a second is what only an attack that got through makes it.</summary>
    private static readonly P99 FloorSmall = new(TimeSpan.FromMilliseconds(350), TimeSpan.FromMilliseconds(350));

    private readonly P99 _floor = run.Small ? FloorSmall : Floor;
    private readonly List<ProofFigure> _figures = [];

    /// <summary>What was measured.</summary>
    public IEnumerable<ProofFigure> Figures => _figures;

    /// <summary>What was too slow, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Measures just before an attack and under it; again if it was too slow, for another program on the machine may have been why.</summary>
    /// <param name="name">The attack.</param>
    /// <param name="attack">Runs it until cancelled.</param>
    /// <param name="cancel">To give up.</param>
    public async Task MeasureAsync(string name, Func<CancellationToken, Task> attack, CancellationToken cancel)
    {
        P99 quiet, attacked;
        var tries = 0;
        do
        {
            quiet = await MeasureAsync(over => Task.Delay(Timeout.Infinite, over), window / 2, cancel);
            attacked = await MeasureAsync(attack, window, cancel);
        }
        while (!attacked.IsWithin(quiet, _floor) && ++tries < Tries);
        run.Say($"{name}: p99 {attacked}; just before {quiet}");
        _figures.Add(new ProofFigure($"p99 under {name}", attacked.Kept.TotalMilliseconds, "ms"));
        _figures.Add(new ProofFigure("  just before", quiet.Kept.TotalMilliseconds, "ms"));
        _figures.Add(new ProofFigure("  times as long", attacked.Kept / quiet.Kept));
        _figures.Add(new ProofFigure("  with connecting", attacked.New.TotalMilliseconds, "ms"));
        _figures.Add(new ProofFigure("  with connecting, just before", quiet.New.TotalMilliseconds, "ms"));
        if (!attacked.IsWithin(quiet, _floor)) Fault ??= $"under {name} the p99 was {attacked}; just before {quiet}";
    }

    /// <summary>Fails if an honest station was refused or cut off.</summary>
    public void Check() => honest.Read();

    private async Task<P99> MeasureAsync(Func<CancellationToken, Task> attack, TimeSpan time, CancellationToken cancel)
    {
        honest.Reset();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var attacking = attack(over.Token);
        var first = await Task.WhenAny(attacking, Task.Delay(time, cancel));
        var p99 = P99.Of(honest.Read());
        await over.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        await attacking.ConfigureAwait(first == attacking ? ConfigureAwaitOptions.None : ConfigureAwaitOptions.SuppressThrowing);
        if (attacking.Exception?.InnerException is ProofException fault) throw fault;
        return p99;
    }

    /// <summary>Of requests on connections that were open, and of those that first had to connect.</summary>
    private readonly record struct P99(TimeSpan Kept, TimeSpan New)
    {
        public static P99 Of(Latencies latencies) => new(Of(latencies.Kept), Of(latencies.New));

        public bool IsWithin(P99 quiet, P99 floor) =>
            Kept <= MostTimesQuiet * Longer(quiet.Kept, floor.Kept) && New <= MostTimesQuiet * Longer(quiet.New, floor.New);

        public override string ToString() => $"{Kept.TotalMilliseconds:N1} ms, {New.TotalMilliseconds:N1} ms with connecting";

        private static TimeSpan Of(LatencyHistogram latencies) => TimeSpan.FromMicroseconds(latencies.Percentile(0.99) / 1000d);

        private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
    }
}
