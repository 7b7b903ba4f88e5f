namespace Sems.Bench.Danger;

/// <summary>How the faults of one kind and strength were found.</summary>
internal sealed record InjectionScore(string Name, string Kind, string Strength, string Figure, int Tried, int Found, double? MedianS, double? P95S, int? MostSamples)
{
    /// <summary>Share that was found, 0 to 1.</summary>
    public double Recall => Tried == 0 ? 0 : Found / (double)Tried;
}

/// <summary>What was told of charges with nothing wrong.</summary>
internal sealed record FalseAlarms(int Charges, int Alarmed, IReadOnlyDictionary<string, int> ByKind, IReadOnlyDictionary<string, int> Notices)
{
    /// <summary>Charges with a warning or worse, of a thousand.</summary>
    public double PerThousand => Charges == 0 ? 0 : Alarmed * 1000d / Charges;
}

/// <summary>A run of the lab.</summary>
internal sealed record LabResult(int Seed, FalseAlarms Normal, IReadOnlyList<InjectionScore> Injections)
{
    /// <summary>Of all injections of middle strength, 0 to 1.</summary>
    public double MiddleRecall => Middle.Sum(i => i.Found) / (double)Math.Max(1, Middle.Sum(i => i.Tried));

    /// <summary>The kind of middle strength that was found least, 0 to 1.</summary>
    public double WorstMiddleRecall => Middle.Min(i => i.Recall);

    /// <summary>The median of the medians at middle strength, s; each kind counts alike.</summary>
    public double MedianSeconds => Middle.Where(i => i.MedianS is not null).Select(i => i.MedianS!.Value).Order().ElementAt(Middle.Count(i => i.MedianS is not null) / 2);

    /// <summary>Of over-current, at any strength: the most readings until it was found.</summary>
    public int OverCurrentSamples => Injections.Where(i => i.Name == "over-current").Max(i => i.MostSamples ?? int.MaxValue);

    /// <summary>What it must be.</summary>
    public bool IsGood => MiddleRecall >= 0.95 && WorstMiddleRecall >= 0.95 && Normal.PerThousand <= 2 && MedianSeconds <= 60 && OverCurrentSamples <= 3;

    private IReadOnlyList<InjectionScore> Middle => [.. Injections.Where(i => i.Strength == "middle" && i.Tried > 0)];
}
