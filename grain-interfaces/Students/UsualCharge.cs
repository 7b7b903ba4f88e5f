namespace Sems.GrainInterfaces;

/// <summary>What charges of a battery usually are, by which a running one is judged. What is not known is null.</summary>
[GenerateSerializer, Immutable, Alias("sems.UsualCharge")]
public sealed record UsualCharge
{
    /// <summary>How many charges tell it.</summary>
    [Id(0)] public int Charges { get; init; }

    /// <summary>The median energy from the mains, Wh.</summary>
    [Id(1)] public double? EnergyWh { get; init; }

    /// <summary>The most there was, Wh.</summary>
    [Id(2)] public double? MostEnergyWh { get; init; }

    /// <summary>The median time to full, s.</summary>
    [Id(3)] public double? SecondsToFull { get; init; }

    /// <summary>The median time constant of the taper, s.</summary>
    [Id(4)] public double? TaperTauS { get; init; }

    /// <summary>Of the charges that came to their end, the share whose current fell before it ended, 0 to 1.</summary>
    [Id(5)] public double? TaperShare { get; init; }

    /// <summary>The median constant current, A.</summary>
    [Id(6)] public double? PlateauA { get; init; }

    /// <summary>The lowest constant current there was, A.</summary>
    [Id(7)] public double? PlateauLowA { get; init; }

    /// <summary>The highest, A.</summary>
    [Id(8)] public double? PlateauHighA { get; init; }

    /// <summary>The longest time to full, s.</summary>
    [Id(9)] public double? LongestSecondsToFull { get; init; }

    /// <summary>What the label says it holds, Wh.</summary>
    [Id(10)] public double? RatedWh { get; init; }

    /// <summary>It is of others of the same model, not of this battery.</summary>
    [Id(11)] public bool IsModel { get; init; }
}
