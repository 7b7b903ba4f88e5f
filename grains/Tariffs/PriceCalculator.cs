using Sems.GrainInterfaces;

namespace Sems.Grains.Tariffs;

/// <summary>Prices a session: exact in fractions of a fen, rounded half up once at the end.</summary>
public static class PriceCalculator
{
    private const int OnStack = 64;

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

    /// <summary>Whole seconds between two instants, by the rate that holds at each.</summary>
    /// <param name="tariff">The tariff.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The last; before the first there are none.</param>
    /// <param name="seconds">Takes them, by <see cref="Tariff.RateAt"/>: <see cref="Tariff.RateCount"/> places.</param>
    public static void SecondsByRate(Tariff tariff, DateTimeOffset from, DateTimeOffset to, Span<long> seconds)
    {
        seconds.Clear();
        var left = Math.Max(0, (long)Math.Floor((to - from).TotalSeconds));
        if (tariff.Bands.Count == 0)
        {
            seconds[0] = left;
            return;
        }

        for (var at = from; left > 0;)
        {
            var step = Math.Min(left, SecondsToNextBoundary(tariff, at));
            seconds[tariff.RateAt(at)] += step;
            at += TimeSpan.FromSeconds(step);
            left -= step;
        }
    }

    /// <summary>Whole seconds occupied, each at the rate of its instant.</summary>
    private static decimal TimeFen(Tariff tariff, DateTimeOffset from, DateTimeOffset to)
    {
        var seconds = tariff.RateCount <= OnStack ? stackalloc long[tariff.RateCount] : new long[tariff.RateCount];
        SecondsByRate(tariff, from, to, seconds);
        var fenSeconds = 0L;
        for (var i = 0; i < seconds.Length; i++) fenSeconds += seconds[i] * tariff.RateOf(i).FenPerHour;
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
