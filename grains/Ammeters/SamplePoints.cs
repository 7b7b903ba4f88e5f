using Sems.Analysis.Charging;
using Sems.Storage.Curves;

namespace Sems.Grains.Ammeters;

/// <summary>Kept samples, as the analysis takes them.</summary>
public static class SamplePoints
{
    /// <summary>A sample as a point of its curve.</summary>
    public static CurvePoint Point(this in Sample sample) => new(
        sample.AtMs, sample.CurrentA, sample.VoltageV, sample.Energy, sample.PowerW, !sample.Marks.HasFlag(SampleMarks.SwitchedOff));

    /// <summary>The curve of samples, in their order.</summary>
    public static IReadOnlyList<CurvePoint> Points(this IReadOnlyList<Sample> samples)
    {
        var points = new CurvePoint[samples.Count];
        for (var i = 0; i < points.Length; i++) points[i] = samples[i].Point();
        return points;
    }
}
