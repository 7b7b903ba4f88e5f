using Sems.GrainInterfaces;

namespace Sems.Grains.Tariffs;

/// <summary>Prices a session: exact in fractions of a fen, rounded half up once at the end.</summary>
public static class PriceCalculator
{
    /// <summary>The price of a session.</summary>
    /// <param name="tariff">The tariff copied into it.</param>
    /// <param name="start">When it began.</param>
    /// <param name="end">When it ended, or now; before the start counts as the start.</param>
    /// <param name="whByRate">Energy by <see cref="Tariff.RateAt"/>, Wh; may be shorter than the rates.</param>
    public static Fen Price(Tariff tariff, DateTimeOffset start, DateTimeOffset end, ReadOnlySpan<double> whByRate)
    {
        var fen = TimeFen(tariff, start + TimeSpan.FromMinutes(tariff.FreeMinutes), end);
        for (var i = 0; i < whByRate.Length && i < tariff.RateCount; i++)
            fen += (decimal)whByRate[i] / 1000m * tariff.RateOf(i).FenPerKwh;
        if (tariff.CapFen is { } cap) fen = Math.Min(fen, cap);
        return Fen.Round(fen);
    }

    /// <summary>Whole seconds occupied, each at the rate of its instant.</summary>
    private static decimal TimeFen(Tariff tariff, DateTimeOffset from, DateTimeOffset to)
    {
        var seconds = (long)Math.Floor((to - from).TotalSeconds);
        if (seconds <= 0) return 0;
        if (tariff.Bands.Count == 0) return seconds * tariff.Base.FenPerHour / 3600m;

        var fenSeconds = 0L;
        var at = from;
        var left = seconds;
        while (left > 0)
        {
            var step = Math.Min(left, SecondsToNextBoundary(tariff, at));
            fenSeconds += step * tariff.RateOf(tariff.RateAt(at)).FenPerHour;
            at += TimeSpan.FromSeconds(step);
            left -= step;
        }
        return fenSeconds / 3600m;
    }

    private static long SecondsToNextBoundary(Tariff tariff, DateTimeOffset at)
    {
        var local = ChinaTime.ToLocal(at);
        var minute = (local.Hour * 60) + local.Minute;
        var minutes = 1440;
        foreach (var band in tariff.Bands)
            minutes = Math.Min(minutes, Math.Min(MinutesUntil(band.FromMinute, minute), MinutesUntil(band.ToMinute, minute)));
        return (minutes * 60) - local.Second;
    }

    /// <summary>1 to 1440.</summary>
    private static int MinutesUntil(int boundary, int minute) => ((boundary - minute + (2 * 1440) - 1) % 1440) + 1;
}
