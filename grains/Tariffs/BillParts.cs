using Sems.GrainInterfaces;

namespace Sems.Grains.Tariffs;

/// <summary>A part of a bill.</summary>
/// <param name="What">What for, in words.</param>
/// <param name="Seconds">Time it is for, s; null where it is not for time.</param>
/// <param name="EnergyWh">Energy it is for, Wh; null where it is not for energy.</param>
/// <param name="Money">Fen; what a cap takes off is negative.</param>
public sealed record BillPart(string What, long? Seconds, double? EnergyWh, Fen Money);

/// <summary>
/// Splits bills by the rates they were made by. The parts sum to the bill exactly: each is rounded down, and the fen this leaves
/// go to those that lost most.
/// </summary>
public static class BillParts
{
    /// <summary>The parts of a bill; one part where it cannot be split, because it was not made by this tariff or energy that has its price by time of day is not known by it.</summary>
    /// <param name="tariff">The tariff copied into the charge; null where it cannot be read.</param>
    /// <param name="start">When the charge began.</param>
    /// <param name="end">When it ended.</param>
    /// <param name="energyWh">What it took, Wh; null when nothing was measured.</param>
    /// <param name="whByRate">The same by <see cref="Tariff.RateAt"/>; null where that is not known.</param>
    /// <param name="bill">The bill.</param>
    public static IReadOnlyList<BillPart> Of(
        Tariff? tariff, DateTimeOffset start, DateTimeOffset end, double? energyWh, IReadOnlyList<double>? whByRate, Fen bill)
    {
        if (tariff is not null && WhByRate(tariff, energyWh, whByRate) is { } wh && PriceCalculator.Price(tariff, start, end, wh) == bill) return Split(tariff, start, end, wh, bill);
        return [new BillPart("充电费", Math.Max(0, (long)(end - start).TotalSeconds), energyWh, bill)];
    }

    private static double[]? WhByRate(Tariff tariff, double? energyWh, IReadOnlyList<double>? known)
    {
        if (known is not null) return [.. known.Take(tariff.RateCount)];
        var prices = Enumerable.Range(0, tariff.RateCount).Select(i => tariff.RateOf(i).FenPerKwh).Distinct().ToList();
        return prices.Count == 1 ? [energyWh ?? 0] : null; // whatever the time of day, energy costs the same
    }

    private static List<BillPart> Split(Tariff tariff, DateTimeOffset start, DateTimeOffset end, double[] wh, Fen bill)
    {
        var exact = Exact(tariff, start, end, wh).ToList();
        var whole = Fen.Round(exact.Sum(p => p.Fen)).Value;
        var parts = exact.Select(p => p.Part with { Money = new Fen((long)decimal.Floor(p.Fen)) }).ToList();
        var left = whole - parts.Sum(p => p.Money.Value);
        foreach (var i in Enumerable.Range(0, parts.Count).OrderByDescending(i => exact[i].Fen - parts[i].Money.Value).Take((int)left))
            parts[i] = parts[i] with { Money = parts[i].Money + new Fen(1) };
        if (bill.Value != whole) parts.Add(new BillPart($"封顶 {new Fen(tariff.CapFen!.Value)} 元，减免", null, null, new Fen(bill.Value - whole)));
        return parts.Count > 0 ? parts : [new BillPart("免费", Math.Max(0, (long)(end - start).TotalSeconds), null, bill)];
    }

    /// <summary>What falls to each rate, in exact fen, as <see cref="PriceCalculator"/> adds it up.</summary>
    private static IEnumerable<(BillPart Part, decimal Fen)> Exact(Tariff tariff, DateTimeOffset start, DateTimeOffset end, double[] wh)
    {
        var all = new long[tariff.RateCount];
        var charged = new long[tariff.RateCount];
        PriceCalculator.SecondsByRate(tariff, start, end, all);
        PriceCalculator.SecondsByRate(tariff, start + TimeSpan.FromMinutes(tariff.FreeMinutes), end, charged);
        var free = all.Sum() - charged.Sum();
        var timed = Enumerable.Range(0, tariff.RateCount).Any(i => tariff.RateOf(i).FenPerHour > 0);
        if (free > 0 && timed) yield return (new BillPart("免费时长", free, null, Fen.Zero), 0);
        for (var i = 0; i < tariff.RateCount; i++)
        {
            var rate = tariff.RateOf(i);
            var when = i == 0 ? "" : TariffText.Span(tariff.Bands[i - 1]) + " ";
            if (charged[i] > 0 && rate.FenPerHour > 0)
                yield return (new BillPart($"{when}占用时长，{TariffText.PerHour(rate)}", charged[i], null, Fen.Zero), charged[i] * rate.FenPerHour / 3600m);
            if (i < wh.Length && wh[i] > 0 && rate.FenPerKwh > 0)
                yield return (new BillPart($"{(wh.Length == 1 ? "" : when)}用电，{TariffText.PerKwh(rate)}", null, wh[i], Fen.Zero), (decimal)wh[i] / 1000m * rate.FenPerKwh);
        }
    }
}
