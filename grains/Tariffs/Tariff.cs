namespace Sems.Grains.Tariffs;

/// <summary>
/// What a charge costs: time occupied plus energy, at rates that may depend on the time of day (Asia/Shanghai), less free
/// minutes, up to a cap. Copied into each session when it starts.
/// </summary>
[GenerateSerializer, Immutable, Alias("sems.Tariff")]
public sealed record Tariff
{
    /// <summary>0.50 yuan per hour occupied.</summary>
    public static readonly Tariff Default = new() { Base = new Rate(50, 0) };

    /// <summary>The rates outside every band.</summary>
    [Id(0)] public required Rate Base { get; init; }

    /// <summary>Time-of-use bands; the first that holds an instant gives its rates.</summary>
    [Id(1)] public IReadOnlyList<TariffBand> Bands { get; init; } = [];

    /// <summary>The most one session costs, fen; null for no cap.</summary>
    [Id(2)] public long? CapFen { get; init; }

    /// <summary>Minutes from the start that are not charged by time (energy is charged all the same).</summary>
    [Id(3)] public int FreeMinutes { get; init; }

    /// <summary>The number of rates: the base and one per band.</summary>
    public int RateCount => Bands.Count + 1;

    /// <summary>Which rate holds at an instant: 0 the base, n the n-th band.</summary>
    public int RateAt(DateTimeOffset instant)
    {
        var minute = (int)ChinaTime.ToLocal(instant).TimeOfDay.TotalMinutes;
        for (var i = 0; i < Bands.Count; i++)
        {
            if (Bands[i].Holds(minute)) return i + 1;
        }
        return 0;
    }

    /// <summary>The rate of an index of <see cref="RateAt"/>.</summary>
    public Rate RateOf(int index) => index == 0 ? Base : Bands[index - 1].Rate;

    /// <summary>What is wrong with it, or null.</summary>
    public string? Fault()
    {
        if (!Base.IsValid || Bands.Any(b => !b.Rate.IsValid)) return $"rates must be 0 to {Rate.Most} fen";
        if (Bands.Any(b => b.FromMinute is < 0 or > 1439 || b.ToMinute is < 0 or > 1440 || b.FromMinute == b.ToMinute))
            return "a band runs from minute 0–1439 to minute 0–1440 of the day and is not empty";
        if (CapFen is < 0) return "the cap must not be negative";
        return FreeMinutes is < 0 or > 1440 ? "free minutes must be 0 to 1440" : null;
    }
}

/// <summary>Prices per hour occupied and per kWh, fen.</summary>
[GenerateSerializer, Immutable, Alias("sems.Rate")]
public readonly record struct Rate([property: Id(0)] long FenPerHour, [property: Id(1)] long FenPerKwh)
{
    /// <summary>Fen; 1,000 yuan.</summary>
    public const long Most = 100_000;

    /// <summary>Both within 0 and <see cref="Most"/>.</summary>
    public bool IsValid => FenPerHour is >= 0 and <= Most && FenPerKwh is >= 0 and <= Most;
}

/// <summary>Rates for a part of the day, minutes since local midnight; it may run over midnight.</summary>
/// <param name="FromMinute">First minute, 0–1439.</param>
/// <param name="ToMinute">The minute after the last, 0–1440.</param>
/// <param name="Rate">The prices.</param>
[GenerateSerializer, Immutable, Alias("sems.TariffBand")]
public sealed record TariffBand([property: Id(0)] int FromMinute, [property: Id(1)] int ToMinute, [property: Id(2)] Rate Rate)
{
    /// <summary>Whether a minute of the day lies in the band.</summary>
    public bool Holds(int minute) =>
        FromMinute < ToMinute ? minute >= FromMinute && minute < ToMinute : minute >= FromMinute || minute < ToMinute;
}
