using System.Globalization;

namespace Sems.Grains.Tariffs;

/// <summary>A tariff as students read it; money is yuan, energy kWh (度).</summary>
public static class TariffText
{
    /// <summary>The whole of it in one sentence.</summary>
    public static string Of(Tariff tariff)
    {
        var parts = new List<string> { Rate(tariff.Base) };
        parts.AddRange(tariff.Bands.Select(band => $"{Span(band)} {Rate(band.Rate)}"));
        if (tariff.FreeMinutes > 0) parts.Add(Text($"前 {tariff.FreeMinutes} 分钟免时长费"));
        if (tariff.CapFen is { } cap) parts.Add(Text($"每次最多 {Yuan(cap)} 元"));
        return string.Join("，", parts);
    }

    /// <summary>A rate: what an hour and a kWh cost, those that cost something.</summary>
    public static string Rate(Rate rate)
    {
        var prices = new List<string>();
        if (rate.FenPerHour > 0) prices.Add(PerHour(rate));
        if (rate.FenPerKwh > 0) prices.Add(PerKwh(rate));
        return prices.Count == 0 ? "免费" : string.Join(" + ", prices);
    }

    /// <summary>When a band holds, such as 22:00–06:00.</summary>
    public static string Span(TariffBand band) => $"{Clock(band.FromMinute)}–{Clock(band.ToMinute)}";

    internal static string PerHour(Rate rate) => Text($"{Yuan(rate.FenPerHour)} 元/小时");

    internal static string PerKwh(Rate rate) => Text($"{Yuan(rate.FenPerKwh)} 元/度");

    private static string Clock(int minute) => Text($"{minute / 60:00}:{minute % 60:00}");

    private static string Yuan(long fen) => Text($"{fen / 100m:0.00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
