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

    /// <summary>Charges in a row that were well above what was believed, or, negative, below it.</summary>
    public int OddInARow { get; init; }

    /// <summary>The time constant of the taper, then and now.</summary>
    public Shift TaperTau { get; init; } = Shift.None;

    /// <summary>The share of its rated capacity the deepest charge of a month brought, for the last months with any.</summary>
    public IReadOnlyList<MonthDeepest> Deepest { get; init; } = [];
}
