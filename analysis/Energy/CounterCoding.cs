namespace Sems.Analysis.Energy;

/// <summary>
/// Counters that keep decimal digits (BCD) and are read as binary numbers: 98 (digits 9 and 8) shows as 152, and after it comes 256 for 100.
/// Such readings, written in base 16, never have a digit above 9, which no true count keeps up for long.
/// </summary>
internal static class CounterCoding
{
    /// <summary>So many different readings without a digit above 9 are no chance: by chance it is less than 1 in 10,000.</summary>
    private const int LeastReadings = 20;

    /// <summary>Digits after the point that counters have at most.</summary>
    private const int MostDecimals = 6;

    /// <summary>For so many readings that are written so, one may be another meter's.</summary>
    private const int ReadingsPerStray = 25;

    /// <summary>What the counter means, run by run, without strays; null when it means what it shows.</summary>
    public static IReadOnlyList<CounterReading>? Decode(IReadOnlyList<CounterRun> runs)
    {
        var decoded = new List<CounterReading>();
        var (different, tens, strays) = (0, 0, 0);
        foreach (var run in runs)
        {
            var unit = Math.Pow(10, Decimals(run) ?? MostDecimals);
            var last = -1L;
            foreach (var reading in run.Readings)
            {
                var shown = (long)Math.Round(reading.Value * unit);
                var meant = Meant(shown);
                if (meant is { } digits) decoded.Add(reading with { Value = digits / unit });
                if (shown == last) continue;
                if (meant is null) strays++;
                else different++;
                if (last >= 0 && shown / 16 != last / 16) tens++;
                last = shown;
            }
        }

        return different >= LeastReadings && different >= strays * ReadingsPerStray && tens >= 2 ? decoded : null;
    }

    private static int? Decimals(CounterRun run)
    {
        for (var decimals = 0; decimals <= MostDecimals; decimals++)
        {
            var unit = Math.Pow(10, decimals);
            if (run.Readings.All(r => Math.Abs((r.Value * unit) - Math.Round(r.Value * unit)) < 1e-6 * Math.Max(1, r.Value))) return decimals;
        }

        return null;
    }

    /// <summary>The number whose decimal digits are the hexadecimal ones of this; null when it has another digit, or is negative.</summary>
    private static long? Meant(long shown)
    {
        if (shown < 0) return null;
        long meant = 0;
        for (long place = 1; shown > 0; shown >>= 4, place *= 10)
        {
            if ((shown & 15) > 9) return null;
            meant += (shown & 15) * place;
        }

        return meant;
    }
}
