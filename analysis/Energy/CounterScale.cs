namespace Sems.Analysis.Energy;

/// <summary>The unit a run of a counter counts in, by what was delivered meanwhile.</summary>
internal static class CounterScale
{
    /// <summary>Steps a run needs to be believed in another unit than kWh.</summary>
    public const int LeastSteps = 5;

    private const int MostDecades = 4;

    /// <summary>The power of ten by which a run's kWh are to be multiplied to be true; null when none makes it so.</summary>
    /// <param name="trace">What was delivered.</param>
    /// <param name="from">First reading.</param>
    /// <param name="to">Last.</param>
    /// <param name="step">How finely it counts, in its own unit.</param>
    public static int? Find(PowerTrace trace, CounterReading from, CounterReading to, double step)
    {
        if (IsSound(trace, from, to, step, 0)) return 0;
        if (to.Value - from.Value < LeastSteps * step) return null;
        for (var decade = 1; decade <= MostDecades; decade++)
        {
            if (IsSound(trace, from, to, step, -decade)) return -decade;
            if (IsSound(trace, from, to, step, decade)) return decade;
        }

        return null;
    }

    /// <summary>Whether a counter that counts in this unit agrees with what was delivered, within its resolution and what silences hide.</summary>
    public static bool IsSound(PowerTrace trace, CounterReading from, CounterReading to, double step, int decade)
    {
        var wh = Wh(to.Value - from.Value, decade);
        var slack = Wh(step, decade);
        var spoken = trace.Between(from.Index, to.Index) - trace.SilentBetween(from.Index, to.Index);
        return wh + slack >= trace.Factor.CounterLow * spoken && wh - slack <= trace.Factor.CounterHigh * trace.MostBetween(from.Index, to.Index);
    }

    /// <summary>Wh of a difference that counts in kWh times a power of ten.</summary>
    public static double Wh(double difference, int decade) => difference * 1000 * Math.Pow(10, decade);
}
