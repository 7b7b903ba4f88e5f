namespace Sems.Analysis.Danger;

/// <summary>A limit, and how many readings (or events) it takes.</summary>
/// <param name="Limit">In the unit of what it limits.</param>
/// <param name="Samples">So many, 1 to 60.</param>
public readonly record struct RowLimit(double Limit, int Samples);

/// <summary>
/// When <see cref="DangerWatch"/> speaks. The figures come from what chargers and batteries do when nothing is wrong; <c>docs/analysis.md</c> says why
/// each is what it is. Shares are of the charge's own constant current unless said otherwise.
/// </summary>
public sealed record DangerLimits
{
    /// <summary>What they are unless set otherwise.</summary>
    public static readonly DangerLimits Default = new();

    /// <summary>A sudden rise over the own level, share.</summary>
    public RowLimit Surge { get; init; } = new(0.30, 3);

    /// <summary>A rise over the lowest the falling current had reached, share.</summary>
    public RowLimit TaperRise { get; init; } = new(0.15, 3);

    /// <summary>Swings of at least this share; so many reversals within a quarter of an hour, older ones counting less.</summary>
    public RowLimit Oscillation { get; init; } = new(0.12, 5);

    /// <summary>A slow rise over the level after ten minutes, share.</summary>
    public RowLimit Creep { get; init; } = new(0.25, 6);

    /// <summary>Single readings so far above the own level, share; so many within a quarter of an hour, older ones counting less.</summary>
    public RowLimit Spikes { get; init; } = new(0.30, 3);

    /// <summary>From the constant current to below this share.</summary>
    public RowLimit SuddenDrop { get; init; } = new(0.15, 3);

    /// <summary>V that the mains fall below their own slow mean while current flows.</summary>
    public RowLimit PoorContact { get; init; } = new(13, 3);

    /// <summary>A current that holds for an hour at or above this share.</summary>
    public RowLimit HighTail { get; init; } = new(0.22, 1);

    /// <summary>Energy over the most this battery ever took, share of it.</summary>
    public RowLimit OverEnergy { get; init; } = new(0.25, 3);

    /// <summary>Energy over the most this battery ever took while the current is still constant, share of it.</summary>
    public RowLimit NoTaper { get; init; } = new(0.10, 6);

    /// <summary>A constant current so far above the highest of this battery, share of it.</summary>
    public RowLimit UnlikeUsual { get; init; } = new(0.35, 6);
}
