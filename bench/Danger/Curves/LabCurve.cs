using Sems.Analysis.Charging;
using Sems.Analysis.Danger;

namespace Sems.Bench.Danger;

/// <summary>A charge of the lab: a curve without danger, and where its current stands.</summary>
internal sealed class LabCurve
{
    private const double FlowsA = 0.05;

    /// <summary>Makes one.</summary>
    /// <param name="points">In order.</param>
    /// <param name="usual">What is usual of its battery.</param>
    /// <param name="name">Where it is from.</param>
    public LabCurve(IReadOnlyList<CurvePoint> points, ChargeUsual? usual, string name)
    {
        (Points, Usual, Name) = (points, usual, name);
        var flowing = points.Where(p => p.Powered && p.CurrentA >= FlowsA).Select(p => p.CurrentA).Order().ToList();
        PlateauA = flowing.Count == 0 ? 0 : flowing[(int)(flowing.Count * 0.95)];
        Side = ChargeSides.Of(points);
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }

    /// <summary>What is usual of its battery.</summary>
    public ChargeUsual? Usual { get; }

    /// <summary>Where it is from.</summary>
    public string Name { get; }

    /// <summary>The constant current, A; 0 without current.</summary>
    public double PlateauA { get; }

    /// <summary>On which side it was measured.</summary>
    public ChargeSide Side { get; }

    /// <summary>The readings' step, s.</summary>
    public const double StepS = 10;

    /// <summary>Whether every reading of a stretch flows, by a current within these shares of the constant one.</summary>
    public bool Holds(int from, int count, double low, double high)
    {
        if (from < 0 || from + count > Points.Count) return false;
        for (var i = from; i < from + count; i++)
        {
            if (i > from && Points[i].AtMs - Points[i - 1].AtMs is <= 0 or > 60_000) return false;
            if (!Points[i].Powered || Points[i].CurrentA < low * PlateauA || Points[i].CurrentA > high * PlateauA) return false;
        }

        return true;
    }

    /// <summary>A place by chance that has this many readings before it and after it within these shares; -1 when there is none.</summary>
    public int Place(Random random, int before, int after, double low, double high)
    {
        for (var tries = 0; tries < 40 && Points.Count > before + after; tries++)
        {
            var i = random.Next(before, Points.Count - after);
            if (Holds(i - before, before + after, low, high)) return i;
        }

        return -1;
    }
}
