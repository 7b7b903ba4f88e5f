namespace Sems.Analysis.Health;

/// <summary>What is kept of a vehicle's battery between charges: plain values of bounded size, that go to JSON and back.</summary>
public sealed record VehicleHealthState
{
    /// <summary>Nothing is known.</summary>
    public static readonly VehicleHealthState Empty = new();

    /// <summary>Charges it was told of.</summary>
    public int Charges { get; init; }

    /// <summary>Of these, those that were charged till full.</summary>
    public int FullCharges { get; init; }

    /// <summary>Of these, those of which the student said what was left: they tell how much the battery holds.</summary>
    public int ToldCharges { get; init; }

    /// <summary>When the first of them ended, Unix ms; null before it.</summary>
    public long? FirstMs { get; init; }

    /// <summary>When the last of them ended, Unix ms; null before the first.</summary>
    public long? LastMs { get; init; }

    /// <summary>When the first that told how much the battery holds ended, Unix ms; null before it.</summary>
    public long? FirstToldMs { get; init; }

    /// <summary>When the last of them ended, Unix ms.</summary>
    public long? LastToldMs { get; init; }

    /// <summary>What the label says it holds, Wh; null when not known. Another label is another battery.</summary>
    public double? RatedWh { get; init; }

    /// <summary>
    /// What is believed: apparent capacity (share of the rated one), the share of it that is an error of efficiency and saying, and the change of the
    /// capacity a month. Null before the first charge that tells.
    /// </summary>
    public IReadOnlyList<double>? Mean { get; init; }

    /// <summary>The covariance of it, row by row.</summary>
    public IReadOnlyList<double>? Covariance { get; init; }

    /// <summary>How far off charges are of what is believed, in units of what is expected; 1 when students say it as well as supposed.</summary>
    public double Surprise { get; init; } = 1;

    /// <summary>Charges in a row that did not fit.</summary>
    public int OddInARow { get; init; }

    /// <summary>The time constant of the taper, then and now.</summary>
    public Shift TaperTau { get; init; } = Shift.None;

    /// <summary>The share of its rated capacity the deepest charge of a month brought, for the last months with any.</summary>
    public IReadOnlyList<MonthDeepest> Deepest { get; init; } = [];
}

/// <summary>The deepest charge of a month.</summary>
/// <param name="Month">Months (of 30 days) since 1970.</param>
/// <param name="Share">What it brought, share of the rated capacity.</param>
public sealed record MonthDeepest(int Month, double Share);

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
    public (double Change, double Error)? Change => FirstCount >= LeastFirst && Count >= Least && First > 0
        ? ((Late / First) - 1, 2 * Math.Sqrt(Spread * ((1d / FirstCount) + (Weight / 2))))
        : null;
}
