using System.Text.Json.Serialization;

namespace Sems.Analysis.Health;

/// <summary>A figure in a battery's first months and of late.</summary>
/// <param name="FirstCount">Charges of the first months that told it.</param>
/// <param name="First">Their mean.</param>
/// <param name="Count">All charges that told it.</param>
/// <param name="Late">The mean of late: each charge counts a seventh, and less the older it is.</param>
/// <param name="Spread">Mean square of the deviations of charges from the mean of late, share².</param>
public sealed record Shift(int FirstCount, double First, int Count, double Late, double Spread)
{
    /// <summary>Not known.</summary>
    public static readonly Shift None = new(0, 0, 0, 0, 0);

    private const int LeastFirst = 4;
    private const int MostFirst = 12;
    private const int Least = 10;
    private const double Weight = 1 / 7d;

    /// <summary>With one more charge.</summary>
    /// <param name="value">The figure, above 0.</param>
    /// <param name="isFirst">It is of the first months.</param>
    public Shift With(double value, bool isFirst)
    {
        var next = this with { Count = Count + 1 };
        if ((isFirst && FirstCount < MostFirst) || FirstCount < LeastFirst)
            next = next with { FirstCount = FirstCount + 1, First = First + ((value - First) / (FirstCount + 1)) };
        if (Count == 0) return next with { Late = value, Spread = 0.01 };
        var off = (value - Late) / Late;
        var weight = Math.Max(Weight, 1d / (Count + 1));
        return next with { Late = Late + (weight * (value - Late)), Spread = Spread + (Weight * (Math.Min(off * off, 0.25) - Spread)) };
    }

    /// <summary>How much it changed since the first months, share (−0.2: a fifth less), and twice the error of that; null while too few told it.</summary>
    [JsonIgnore]
    public (double Change, double Error)? Change => FirstCount >= LeastFirst && Count >= Least && First > 0
        ? ((Late / First) - 1, 2 * Math.Sqrt(Spread * ((1d / FirstCount) + (Weight / 2))))
        : null;
}
