using Sems.Analysis.Health;
using Sems.Analysis.Health.Curves;

namespace Sems.Analysis.Tests.Health;

/// <summary>
/// Health of recorded cells, each by what the other two taught. Without the recordings beside the repository nothing is tested.
/// </summary>
public sealed class RealHealthTests
{
    private const double RatedAh = 2;
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<RealCells.Charge>>> Cells =
        new(() => RealCells.Names.ToDictionary(n => n, RealCells.Read));

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<(ChargeCurve, double?)>>> FoundCurves =
        new(() => RealCells.Names.ToDictionary(n => n, Curves));

    private sealed record Result(double Error, double Inside, int Count);

    [Fact]
    public void Whole_charges_tell_the_capacity()
    {
        if (Cells.Value.Values.Any(c => c.Count == 0)) return;
        var results = RealCells.Names.Select(cell => Follow(cell, c => c.Rows)).ToList();
        Assert.All(results, r => Assert.InRange(r.Error, 0, 1.0));
        Assert.InRange(Pooled(results), 0.85, 0.96);
    }

    [Fact]
    public void Charges_whose_beginning_is_missing_tell_it_too()
    {
        if (Cells.Value.Values.Any(c => c.Count == 0)) return;
        var all = new List<Result>();
        foreach (var cell in RealCells.Names)
        {
            var results = Enumerable.Range(1, 3).Select(seed => Follow(cell, Withheld(new Random(seed)))).ToList();
            Assert.InRange(results.Average(r => r.Error), 0, 2.5);
            all.AddRange(results);
        }
        Assert.InRange(Pooled(all), 0.85, 0.95);
    }

    /// <summary>What may happen to a recording, and how much worse the health may be told from whole charges.</summary>
    public static TheoryData<string, double> Spoiled() => new()
    {
        { "every third sample", 1.0 }, { "noise", 1.0 }, { "silences", 1.2 }, { "no temperature", 2.0 }, { "no voltage", 1.5 }, { "later half", 1.0 }, { "a pack", 1.0 },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void A_spoiled_recording_still_tells_it(string how, double most)
    {
        if (Cells.Value.Values.Any(c => c.Count == 0)) return;
        var random = new Random(5);
        var (parallel, series) = how == "a pack" ? (3, 13) : (1, 1);
        foreach (var cell in RealCells.Names)
        {
            var result = Follow(cell, c => Spoil(c, how, random), how == "later half" ? Cells.Value[cell].Count / 2 : 0, RatedAh * parallel, series);
            Assert.InRange(result.Error, 0, most);
        }
    }

    [Fact]
    public void What_is_believed_at_first_is_what_the_cells_taught()
    {
        if (Cells.Value.Values.Any(c => c.Count == 0)) return;
        var learnt = Learn(RealCells.Names);
        Assert.Equal(learnt.LossAt24, CurvePrior.Default.LossAt24, 0.001);
        for (var i = 0; i < CurveGrid.Count; i++) Assert.Equal(learnt.Mean[i], CurvePrior.Default.Mean[i], 0.001);
    }

    private static double Pooled(IReadOnlyList<Result> results) => results.Sum(r => r.Inside * r.Count) / results.Sum(r => r.Count);

    private static Result Follow(
        string cell, Func<RealCells.Charge, IReadOnlyList<RealCells.Row>> rows, int from = 0, double ratedAh = RatedAh, int series = 1)
    {
        var estimator = new BatteryHealthEstimator(ratedAh, series, Learn(RealCells.Names.Where(n => n != cell)));
        var (error, inside, count) = (0d, 0, 0);
        foreach (var charge in Cells.Value[cell].Skip(from))
        {
            var estimate = estimator.Take(charge.Cycle, Readings(rows(charge)));
            if (charge.Capacity * 100 is not { } truth) continue;
            count++;
            error += Math.Abs(estimate.SohPercent - truth);
            inside += truth >= estimate.Low && truth <= estimate.High ? 1 : 0;
        }
        return new Result(error / count, (double)inside / count, count);
    }

    private static CurvePrior Learn(IEnumerable<string> cells) => CurvePrior.Learn(cells.Select(c => FoundCurves.Value[c]));

    private static IReadOnlyList<(ChargeCurve, double?)> Curves(string cell) =>
    [
        .. Cells.Value[cell].Select(c => (Curve: ChargeCurveFinder.Find(Readings(c.Rows), RatedAh, 1), c.Capacity))
            .Where(c => c.Curve is not null).Select(c => (c.Curve!, c.Capacity)),
    ];

    private static List<BatteryReading> Readings(IReadOnlyList<RealCells.Row> rows) =>
        [.. rows.Select(r => new BatteryReading(r.Second, r.CurrentA, r.VoltageV, r.TemperatureC))];

    private static Func<RealCells.Charge, IReadOnlyList<RealCells.Row>> Withheld(Random random) => charge =>
    {
        var (from, to) = (charge.ConstantFrom ?? 0, charge.TaperFrom ?? charge.Rows[^1].Second * 0.3);
        var cut = from + (random.NextDouble() * 0.6 * (to - from));
        return [.. charge.Rows.Where(r => r.Second >= cut)];
    };

    private static IReadOnlyList<RealCells.Row> Spoil(RealCells.Charge charge, string how, Random random)
    {
        var silences = Enumerable.Range(0, 5).Select(_ => random.NextDouble() * charge.Rows[^1].Second).ToList();
        return how switch
        {
            "every third sample" => [.. charge.Rows.Where((_, i) => i % 3 == 0)],
            "noise" => [.. charge.Rows.Select(r => r with { CurrentA = r.CurrentA + Noise(random, 0.01), VoltageV = r.VoltageV + Noise(random, 0.01) })],
            "silences" => [.. charge.Rows.Where(r => !silences.Exists(s => r.Second > s && r.Second < s + 300))],
            "no temperature" => [.. charge.Rows.Select(r => r with { TemperatureC = null })],
            "no voltage" => [.. charge.Rows.Select(r => r with { VoltageV = null })],
            "a pack" => [.. charge.Rows.Select(r => r with { CurrentA = 3 * r.CurrentA, VoltageV = 13 * r.VoltageV })],
            _ => charge.Rows,
        };
    }

    private static double Noise(Random random, double deviation) => deviation * 1.7 * ((random.NextDouble() * 2) - 1);
}
