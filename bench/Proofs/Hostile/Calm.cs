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
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(20);

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
        var (quiet, attacked, bar) = (TimeSpan.Zero, TimeSpan.MaxValue, TimeSpan.Zero);
        for (var i = 0; i < Tries && attacked > bar; i++)
        {
            quiet = await P99Async(over => Task.Delay(Timeout.Infinite, over), window / 2, cancel);
            attacked = await P99Async(attack, window, cancel);
            bar = (quiet > Floor ? quiet : Floor) * MostTimesQuiet;
        }
        run.Say($"{name}: p99 {attacked.TotalMilliseconds:N2} ms, just before {quiet.TotalMilliseconds:N2} ms");
        _figures.Add(new ProofFigure($"p99 under {name}", attacked.TotalMilliseconds, "ms"));
        _figures.Add(new ProofFigure("  just before", quiet.TotalMilliseconds, "ms"));
        _figures.Add(new ProofFigure("  times as long", attacked / quiet));
        if (attacked > bar) Fault ??= $"under {name} the p99 was {attacked.TotalMilliseconds:N1} ms, {quiet.TotalMilliseconds:N1} ms just before";
    }

    /// <summary>Fails if an honest station was refused or cut off.</summary>
    public void Check() => honest.Read();

    private async Task<TimeSpan> P99Async(Func<CancellationToken, Task> attack, TimeSpan time, CancellationToken cancel)
    {
        honest.Reset();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var attacking = attack(over.Token);
        var first = await Task.WhenAny(attacking, Task.Delay(time, cancel));
        var p99 = TimeSpan.FromMicroseconds(honest.Read().Percentile(0.99) / 1000d);
        await over.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        await attacking.ConfigureAwait(first == attacking ? ConfigureAwaitOptions.None : ConfigureAwaitOptions.SuppressThrowing);
        if (attacking.Exception?.InnerException is ProofException fault) throw fault;
        return p99;
    }
}
