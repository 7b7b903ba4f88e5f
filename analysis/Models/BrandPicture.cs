namespace Sems.Analysis.Models;

/// <summary>A model's normal charge over its state of charge.</summary>
/// <param name="Share">State of charge, percent: 0 to 100 in steps of 2. 100 is full, 0 the deepest beginning that is usual.</param>
/// <param name="Current">A.</param>
/// <param name="Power">W.</param>
/// <param name="Charges">How many charges tell each step.</param>
/// <param name="EnergyWh">What lies between 0 and 100, Wh.</param>
public sealed record BrandPicture(IReadOnlyList<int> Share, PictureBand Current, PictureBand Power, IReadOnlyList<int> Charges, double? EnergyWh)
{
    /// <summary>The picture of a sample.</summary>
    public static BrandPicture Of(IReadOnlyList<ModelCharge> kept)
    {
        var shapes = kept.Where(c => c.Shape is not null).Select(c => c.Shape!).ToList();
        var share = Enumerable.Range(0, ChargeShape.Steps + 1).Select(i => i * 100 / ChargeShape.Steps).ToList();
        if (shapes.Count == 0) return new BrandPicture(share, PictureBand.Nothing(share.Count), PictureBand.Nothing(share.Count), [.. share.Select(_ => 0)], null);

        var deepest = Spread.Quantile([.. shapes.Select(s => s.EnergyWh).Order()], 0.9);
        var (current, power, charges) = (new PictureBand.Builder(), new PictureBand.Builder(), new List<int>());
        foreach (var percent in share)
        {
            var left = deepest * (100 - percent) / 100;
            var covering = shapes.Where(s => s.EnergyWh >= left * (1 - 1e-9)).Select(s => (Shape: s, Share: 1 - (left / s.EnergyWh))).ToList();
            charges.Add(covering.Count);
            current.Add([.. covering.Select(c => ChargeShape.At(c.Shape.CurrentA, c.Share)).Order()]);
            power.Add([.. covering.Select(c => ChargeShape.At(c.Shape.PowerW, c.Share)).Order()]);
        }

        return new BrandPicture(share, current.Band, power.Band, charges, deepest);
    }
}

/// <summary>A curve with its band; null where too few charges tell.</summary>
/// <param name="Median">Half are less.</param>
/// <param name="Low">A tenth are less.</param>
/// <param name="High">A tenth are more.</param>
public sealed record PictureBand(IReadOnlyList<double?> Median, IReadOnlyList<double?> Low, IReadOnlyList<double?> High)
{
    internal static PictureBand Nothing(int steps) => new(new double?[steps], new double?[steps], new double?[steps]);

    /// <summary>Puts a band together, step by step.</summary>
    internal sealed class Builder
    {
        private readonly List<double?> _median = [], _low = [], _high = [];

        public PictureBand Band => new(_median, _low, _high);

        public void Add(IReadOnlyList<double> sorted)
        {
            var enough = sorted.Count >= Spread.Least;
            _median.Add(enough ? Spread.Quantile(sorted, 0.5) : null);
            _low.Add(enough ? Spread.Quantile(sorted, 0.1) : null);
            _high.Add(enough ? Spread.Quantile(sorted, 0.9) : null);
        }
    }
}
