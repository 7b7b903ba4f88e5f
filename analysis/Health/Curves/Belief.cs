namespace Sems.Analysis.Health.Curves;

/// <summary>A normal distribution over a few numbers: what is believed of them, and what a measurement makes of it (the Kalman filter's update).</summary>
internal sealed class Belief(double[] mean)
{
    /// <summary>The best guesses.</summary>
    public double[] Mean { get; } = mean;

    /// <summary>Their covariance.</summary>
    public double[,] Covariance { get; } = new double[mean.Length, mean.Length];

    /// <summary>The standard deviation of one.</summary>
    public double Deviation(int i) => Math.Sqrt(Math.Max(Covariance[i, i], 0));

    /// <summary>Adds to the covariance something all of it shares: scale² · v · vᵀ, for the first numbers.</summary>
    public void Widen(ReadOnlySpan<double> v, double scale)
    {
        for (var i = 0; i < v.Length; i++)
            for (var j = 0; j < v.Length; j++) Covariance[i, j] += scale * scale * v[i] * v[j];
    }

    /// <summary>How surprising a measurement is: the mean square of the deviations in units of what was expected, 1 when all is as believed.</summary>
    public double Surprise(IReadOnlyList<int> which, IReadOnlyList<double> values, double own, double shared)
    {
        var factor = Cholesky(Expected(which, own, shared));
        var white = White(factor, which, values);
        return white.Sum(w => w * w) / Math.Max(1, white.Length);
    }

    /// <summary>Some of the numbers were measured. The noise of each is <paramref name="own"/>, and <paramref name="shared"/> is common to all.</summary>
    public void Measure(IReadOnlyList<int> which, IReadOnlyList<double> values, double own, double shared)
    {
        var (n, size) = (which.Count, Mean.Length);
        var factor = Cholesky(Expected(which, own, shared));
        var white = White(factor, which, values);
        // rows of `seen` are L⁻¹ · (covariance of the measured with all); the update is seenᵀ · seen
        var seen = new double[n, size];
        for (var a = 0; a < n; a++)
        {
            for (var j = 0; j < size; j++)
            {
                var value = Covariance[which[a], j];
                for (var k = 0; k < a; k++) value -= factor[a, k] * seen[k, j];
                seen[a, j] = value / factor[a, a];
            }
        }
        for (var i = 0; i < size; i++)
        {
            for (var a = 0; a < n; a++) Mean[i] += seen[a, i] * white[a];
            for (var j = 0; j <= i; j++)
            {
                for (var a = 0; a < n; a++) Covariance[i, j] -= seen[a, i] * seen[a, j];
                Covariance[j, i] = Covariance[i, j];
            }
        }
    }

    /// <summary>A weighted sum of the first numbers was measured.</summary>
    public void MeasureSum(ReadOnlySpan<double> weights, double value, double deviation)
    {
        var gain = new double[Mean.Length];
        var (variance, miss) = (deviation * deviation, value);
        for (var i = 0; i < weights.Length; i++)
        {
            miss -= weights[i] * Mean[i];
            for (var j = 0; j < gain.Length; j++) gain[j] += weights[i] * Covariance[i, j];
        }
        for (var i = 0; i < weights.Length; i++) variance += weights[i] * gain[i];
        for (var i = 0; i < gain.Length; i++)
        {
            Mean[i] += gain[i] * miss / variance;
            for (var j = 0; j < gain.Length; j++) Covariance[i, j] -= gain[i] * gain[j] / variance;
        }
    }

    /// <summary>
    /// One of the numbers is known to be no less than a bound: the normal is cut off there and replaced by the normal of the same mean and variance.
    /// </summary>
    public void NotBelow(int which, double bound)
    {
        var deviation = Deviation(which);
        if (deviation <= 0) return;
        var at = Math.Min((bound - Mean[which]) / deviation, 5);
        if (at < -3) return;
        var hazard = Math.Exp(-at * at / 2) / Math.Sqrt(2 * Math.PI) / NormalTail.Above(at);
        var left = Math.Max(0.05, 1 - (hazard * (hazard - at)));
        var (n, variance) = (Mean.Length, deviation * deviation);
        var gain = new double[n];
        for (var i = 0; i < n; i++) gain[i] = Covariance[i, which] / variance;
        for (var i = 0; i < n; i++)
        {
            Mean[i] += gain[i] * deviation * hazard;
            for (var j = 0; j < n; j++) Covariance[i, j] -= gain[i] * gain[j] * variance * (1 - left);
        }
    }

    private double[,] Expected(IReadOnlyList<int> which, double own, double shared)
    {
        var expected = new double[which.Count, which.Count];
        for (var a = 0; a < which.Count; a++)
            for (var b = 0; b < which.Count; b++) expected[a, b] = Covariance[which[a], which[b]] + (shared * shared) + (a == b ? own * own : 0);
        return expected;
    }

    /// <summary>The deviations, made independent and of variance 1.</summary>
    private double[] White(double[,] factor, IReadOnlyList<int> which, IReadOnlyList<double> values)
    {
        var white = new double[which.Count];
        for (var a = 0; a < white.Length; a++)
        {
            white[a] = values[a] - Mean[which[a]];
            for (var k = 0; k < a; k++) white[a] -= factor[a, k] * white[k];
            white[a] /= factor[a, a];
        }
        return white;
    }

    private static double[,] Cholesky(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var factor = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= factor[i, k] * factor[j, k];
                factor[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / factor[j, j];
            }
        }
        return factor;
    }
}
