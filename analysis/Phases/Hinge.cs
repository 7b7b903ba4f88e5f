namespace Sems.Analysis.Phases;

/// <summary>Two straight lines that meet at a moment, fitted to readings by least squares.</summary>
/// <param name="AtKnee">The value where they meet.</param>
/// <param name="Before">The slope before it, per s.</param>
/// <param name="After">The slope after it, per s.</param>
/// <param name="Error">What is left, squared and summed.</param>
internal readonly record struct Hinge(double AtKnee, double Before, double After, double Error)
{
    /// <summary>The best lines for a given knee.</summary>
    public static Hinge Fit(double[] at, double[] values, int from, int to, double knee)
    {
        // normal equations of y = a + b·min(t, 0) + c·max(t, 0); min and max are never both other than 0
        double n = to - from, u = 0, w = 0, uu = 0, ww = 0, y = 0, uy = 0, wy = 0, yy = 0;
        var offset = values[from];
        for (var i = from; i < to; i++)
        {
            var (t, value) = (at[i] - knee, values[i] - offset);
            y += value;
            yy += value * value;
            if (t < 0)
            {
                u += t;
                uu += t * t;
                uy += t * value;
            }
            else
            {
                w += t;
                ww += t * t;
                wy += t * value;
            }
        }

        var reduced = n - (uu > 0 ? u * u / uu : 0) - (ww > 0 ? w * w / ww : 0);
        if (reduced <= 1e-9) return new Hinge(offset, 0, 0, double.MaxValue);
        var a = (y - (uu > 0 ? u * uy / uu : 0) - (ww > 0 ? w * wy / ww : 0)) / reduced;
        var b = uu > 0 ? (uy - (a * u)) / uu : 0;
        var c = ww > 0 ? (wy - (a * w)) / ww : 0;
        return new Hinge(a + offset, b, c, Math.Max(0, yy - (a * y) - (b * uy) - (c * wy)));
    }
}
