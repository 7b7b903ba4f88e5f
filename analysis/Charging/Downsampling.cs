namespace Sems.Analysis.Charging;

/// <summary>Thins curves for drawing.</summary>
public static class Downsampling
{
    /// <summary>
    /// Keeps the points that shape the curve most: first, last, and of each bucket in between the one that spans the largest
    /// triangle with its neighbours. Source: S. Steinarsson, "Downsampling Time Series for Visual Representation",
    /// University of Iceland 2013, the Largest-Triangle-Three-Buckets method.
    /// </summary>
    /// <param name="points">In order of x.</param>
    /// <param name="most">How many to keep, 3 or more; a shorter curve is returned as it is.</param>
    /// <param name="x">Abscissa of a point.</param>
    /// <param name="y">Ordinate of a point.</param>
    public static IReadOnlyList<T> LargestTriangles<T>(IReadOnlyList<T> points, int most, Func<T, double> x, Func<T, double> y)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        if (points.Count <= most) return points;

        var kept = new List<T>(most) { points[0] };
        var width = (points.Count - 2) / (double)(most - 2);
        var previous = 0;
        for (var bucket = 0; bucket < most - 2; bucket++)
        {
            var from = 1 + (int)(bucket * width);
            var to = 1 + (int)((bucket + 1) * width);
            var (nextX, nextY) = Mean(points, to, Math.Min(points.Count, 1 + (int)((bucket + 2) * width)), x, y);
            previous = Largest(points, from, to, previous, nextX, nextY, x, y);
            kept.Add(points[previous]);
        }
        kept.Add(points[^1]);
        return kept;
    }

    private static (double X, double Y) Mean<T>(IReadOnlyList<T> points, int from, int to, Func<T, double> x, Func<T, double> y)
    {
        var (sumX, sumY, count) = (0d, 0d, 0);
        for (var i = from; i < to; i++, count++)
        {
            sumX += x(points[i]);
            sumY += y(points[i]);
        }
        return count == 0 ? (x(points[^1]), y(points[^1])) : (sumX / count, sumY / count);
    }

    private static int Largest<T>(
        IReadOnlyList<T> points, int from, int to, int previous, double nextX, double nextY, Func<T, double> x, Func<T, double> y)
    {
        var (baseX, baseY) = (x(points[previous]), y(points[previous]));
        var (best, bestArea) = (from, -1d);
        for (var i = from; i < to; i++)
        {
            var area = Math.Abs(((baseX - nextX) * (y(points[i]) - baseY)) - ((baseX - x(points[i])) * (nextY - baseY)));
            if (area > bestArea) (best, bestArea) = (i, area);
        }
        return best;
    }
}
