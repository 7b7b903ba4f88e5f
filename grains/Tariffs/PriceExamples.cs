using Sems.GrainInterfaces;

namespace Sems.Grains.Tariffs;

/// <summary>Prices charges nobody has made, with what falls to each rate.</summary>
public static class PriceExamples
{
    /// <summary>The longest example.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(48);

    private const double MostKwh = 1_000;

    /// <summary>What is wrong with an example, its settings apart.</summary>
    public static IEnumerable<SettingsFault> Faults(PriceExample example)
    {
        if (example.To - example.From is var span && (span < TimeSpan.FromSeconds(1) || span > Longest))
            yield return new SettingsFault("to", example.To.ToString("O"), SettingsFaultKind.Span, 0, Longest.TotalHours);
        if (example.Kwh is not (>= 0 and <= MostKwh))
            yield return new SettingsFault("kwh", example.Kwh.ToString("R"), SettingsFaultKind.Number, 0, MostKwh);
    }

    /// <summary>The price; energy is drawn evenly over the time.</summary>
    public static PriceExampleAnswer Of(Tariff tariff, DateTimeOffset from, DateTimeOffset to, double kwh)
    {
        var all = new long[tariff.RateCount];
        var charged = new long[tariff.RateCount];
        PriceCalculator.SecondsByRate(tariff, from, to, all);
        PriceCalculator.SecondsByRate(tariff, from + TimeSpan.FromMinutes(tariff.FreeMinutes), to, charged);
        var wh = all.Select(seconds => kwh * 1000 * seconds / all.Sum()).ToArray();
        var total = PriceCalculator.Price(tariff, from, to, wh);
        var parts = Enumerable.Range(0, tariff.RateCount).Where(i => all[i] > 0).Select(i => Part(i, tariff.RateOf(i), charged[i], wh[i] / 1000));
        var capped = PriceCalculator.Price(tariff with { CapFen = null }, from, to, wh).Value > total.Value;
        return new PriceExampleAnswer(SettingsRefusal.None, [], total, capped, [.. parts]);
    }

    /// <summary>No price, and why.</summary>
    public static PriceExampleAnswer Refused(SettingsRefusal refusal, IReadOnlyList<SettingsFault> faults) => new(refusal, [.. faults], Fen.Zero, false, []);

    private static PricePart Part(int band, Rate rate, long seconds, double kwh) =>
        new(band, seconds, seconds * rate.FenPerHour / 3600d, kwh, kwh * rate.FenPerKwh);
}
