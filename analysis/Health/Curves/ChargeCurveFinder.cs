namespace Sems.Analysis.Health.Curves;

/// <summary>Makes of a charge's readings what the filter takes.</summary>
public static class ChargeCurveFinder
{
    /// <summary>Of the constant current; what is above it counts as constant.</summary>
    private const double ConstantShare = 0.95;

    /// <summary>Of the constant current; below it nothing flows.</summary>
    private const double NothingShare = 0.01;

    /// <summary>Of the constant current; a falling current that was cut off above it does not tell how it would have gone on.</summary>
    private const double GuessShare = 0.6;

    /// <summary>C; what charges with less does not charge.</summary>
    private const double LeastRate = 0.02;

    /// <summary>s; a charger was at it all the time when a gap is no longer and current flows on both sides.</summary>
    private const double LongestBridgeS = 1800;

    private const int LeastReadings = 12;
    private const int Window = 5;

    /// <summary>The curve; null when the readings tell none: too few, no charge, or cut off before its current fell far.</summary>
    /// <param name="readings">In order; those that go back in time are left out.</param>
    /// <param name="ratedAh">Ah.</param>
    /// <param name="cells">Cells in series.</param>
    public static ChargeCurve? Find(IReadOnlyList<BatteryReading> readings, double ratedAh, int cells)
    {
        var rows = Ordered(readings);
        if (rows.Count < LeastReadings) return null;
        var level = Level(rows);
        if (level < LeastRate * ratedAh) return null;
        var (first, last) = Active(rows, level);
        if (last - first < LeastReadings) return null;
        var sawStart = first > 0 && rows[first].AtS - rows[first - 1].AtS <= LongestStep(rows);
        var charge = Charge(rows, sawStart ? first - 1 : first, last, ratedAh);
        var knee = rows.FindLastIndex(last, last - first + 1, r => r.CurrentA >= ConstantShare * level);
        var end = End(rows, last) / level;
        if (knee < first || end > GuessShare) return null;
        var total = charge[last];
        var remaining = new double[CurveGrid.Count];
        Array.Fill(remaining, double.NaN);
        var longest = LongestStep(rows);
        if (knee > first && knee < last && rows[knee + 1].AtS - rows[knee].AtS <= longest) remaining[0] = total - charge[knee];
        var full = Full(rows, knee, last, level, cells);
        var start = Voltages(rows, charge, first, knee, level, total, cells, full, remaining);
        var rest = sawStart && full is { } held && rows[first - 1].VoltageV is > 0 and var volts ? held - (volts / cells) : double.NaN;
        if (sawStart) remaining[CurveGrid.Whole] = total;
        return new ChargeCurve(remaining, total, sawStart, start, rest, end, Tail(rows, charge, knee, last, level, end), Temperature(rows));
    }

    private static List<BatteryReading> Ordered(IReadOnlyList<BatteryReading> readings)
    {
        var rows = new List<BatteryReading>(readings.Count);
        foreach (var reading in readings)
            if (double.IsFinite(reading.AtS) && double.IsFinite(reading.CurrentA) && (rows.Count == 0 || reading.AtS > rows[^1].AtS))
                rows.Add(reading with { CurrentA = Math.Max(0, reading.CurrentA) });
        return rows;
    }

    /// <summary>The constant current: the middle of what is near the highest that no single reading makes.</summary>
    private static double Level(List<BatteryReading> rows)
    {
        var highest = 0d;
        for (var i = 1; i + 1 < rows.Count; i++)
        {
            var (a, b, c) = (rows[i - 1].CurrentA, rows[i].CurrentA, rows[i + 1].CurrentA);
            highest = Math.Max(highest, Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c)));
        }
        var near = rows.Where(r => r.CurrentA > 0.9 * highest).Select(r => r.CurrentA).Order().ToList();
        return near.Count == 0 ? 0 : near[near.Count / 2];
    }

    /// <summary>From the first reading with current (after the last gap nobody can bridge) to the last.</summary>
    private static (int First, int Last) Active(List<BatteryReading> rows, double level)
    {
        var last = rows.FindLastIndex(r => r.CurrentA > NothingShare * level);
        var first = rows.FindIndex(r => r.CurrentA > 0.5 * level);
        if (first < 0) return (0, -1);
        var longest = Math.Max(LongestBridgeS, LongestStep(rows));
        for (var i = first + 1; i <= last; i++)
            if (rows[i].AtS - rows[i - 1].AtS > longest && rows[i - 1].CurrentA > ConstantShare * level) first = i;
        return (first, last);
    }

    /// <summary>s; what lies further apart was not measured in between.</summary>
    private static double LongestStep(List<BatteryReading> rows)
    {
        var steps = Enumerable.Range(1, rows.Count - 1).Select(i => rows[i].AtS - rows[i - 1].AtS).Order().ToList();
        return Math.Max(60, 3 * steps[steps.Count / 2]);
    }

    private static double[] Charge(List<BatteryReading> rows, int first, int last, double ratedAh)
    {
        var charge = new double[rows.Count];
        for (var i = first + 1; i <= last; i++)
            charge[i] = charge[i - 1] + ((rows[i].AtS - rows[i - 1].AtS) * (rows[i].CurrentA + rows[i - 1].CurrentA) / 7200 / ratedAh);
        return charge;
    }

    /// <summary>A: the middle one of the last three currents.</summary>
    private static double End(List<BatteryReading> rows, int last)
    {
        var (a, b, c) = (rows[last - 2].CurrentA, rows[last - 1].CurrentA, rows[last].CurrentA);
        return Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }

    /// <summary>The charge while the current fell from twice what it ended with.</summary>
    private static double Tail(List<BatteryReading> rows, double[] charge, int knee, int last, double level, double end)
    {
        var from = rows.FindLastIndex(last, last - knee + 1, r => r.CurrentA >= Math.Min(1, 2 * end) * level);
        return charge[last] - charge[Math.Max(knee, from)];
    }

    /// <summary>Enters the charge from each voltage on; gives the depth of the first constant current.</summary>
    private static double Voltages(
        List<BatteryReading> rows, double[] charge, int first, int knee, double level, double total, int cells, double? held, double[] remaining)
    {
        var constant = Enumerable.Range(first, Math.Max(0, knee - first + 1)).Where(i => rows[i].CurrentA >= ConstantShare * level && rows[i].VoltageV is > 0).ToList();
        if (constant.Count < Window) return double.NaN;
        var smooth = Smooth([.. constant.Select(i => rows[i].VoltageV!.Value / cells)]);
        for (var i = 1; i < smooth.Length; i++) smooth[i] = Math.Max(smooth[i], smooth[i - 1]);
        var full = held ?? smooth[^1];
        var longest = LongestStep(rows);
        for (var g = 1; g < CurveGrid.Whole; g++)
        {
            var volts = full - CurveGrid.Depths[g];
            var above = Array.FindIndex(smooth, v => v >= volts);
            if (above <= 0 || rows[constant[above]].AtS - rows[constant[above - 1]].AtS > longest) continue;
            var share = (volts - smooth[above - 1]) / Math.Max(smooth[above] - smooth[above - 1], 1e-9);
            var (from, to) = (charge[constant[above - 1]], charge[constant[above]]);
            remaining[g] = total - (from + (share * (to - from)));
        }
        return full - smooth[0];
    }

    /// <summary>The voltage that was held while the current fell, V of a cell.</summary>
    private static double? Full(List<BatteryReading> rows, int knee, int last, double level, int cells)
    {
        var held = new List<double>();
        for (var i = knee + 1; i <= last; i++)
            if (rows[i].VoltageV is > 0 and var volts && rows[i].CurrentA > 2 * NothingShare * level) held.Add(volts / cells);
        if (held.Count < Window) return null;
        held.Sort();
        return held[held.Count / 2];
    }

    private static double[] Smooth(double[] values)
    {
        var smooth = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var half = Math.Min(Window / 2, Math.Min(i, values.Length - 1 - i));
            var sum = 0d;
            for (var j = i - half; j <= i + half; j++) sum += values[j];
            smooth[i] = sum / ((2 * half) + 1);
        }
        return smooth;
    }

    private static double Temperature(List<BatteryReading> rows)
    {
        var end = rows.Skip(rows.Count * 19 / 20).Where(r => r.TemperatureC is { } t && double.IsFinite(t)).Select(r => r.TemperatureC!.Value).Order().ToList();
        return end.Count == 0 ? double.NaN : end[end.Count / 2];
    }
}
