namespace Sems.Analysis.Charging;

/// <summary>A curve whose times rise, and what was wrong with the rows it was made of.</summary>
/// <param name="Points">In order; no moment twice.</param>
/// <param name="Faults">In the order in which they were met.</param>
public sealed record CleanCurve(IReadOnlyList<CurvePoint> Points, IReadOnlyList<CurveFault> Faults)
{
    /// <summary>How many faults of a kind there are.</summary>
    public int CountOf(CurveFaultKind kind) => Faults.Where(f => f.Kind == kind).Sum(f => f.Count);
}

/// <summary>
/// Turns rows, in the order in which they came, into a curve whose times rise, and names what it met. It mends times only: currents and counters are left
/// as they were read.
/// </summary>
public static class CurveCleaning
{
    /// <summary>ms; nothing for longer than this, and than three usual steps, is a silence.</summary>
    public const long SilenceMs = (long)(CurveGaps.LongestStep * 1000);

    /// <summary>ms; a step forward this far is a leap of the clock: no charge is silent for a day.</summary>
    public const long ForwardLeapMs = 24 * 3_600_000L;

    /// <summary>ms; a row this far behind the one before it, or farther, is no late one.</summary>
    public const long BackwardLeapMs = 600_000;

    /// <summary>A and V; what is read beyond it was misread.</summary>
    private const double MostReadable = 10_000;

    private const long DefaultStepMs = 10_000;
    private const int LookAhead = 3;

    /// <summary>ms; a clock that is back within this time goes on where it would have been.</summary>
    private const long BackMs = 3_600_000;

    /// <summary>The curve, and its faults. What is in order already is not copied.</summary>
    /// <param name="rows">As they came.</param>
    public static CleanCurve Clean(IReadOnlyList<CurvePoint> rows)
    {
        var step = UsualStep(rows);
        var silence = Math.Max(SilenceMs, 3 * step);
        return IsClean(rows, silence) ? new CleanCurve(rows, []) : new Sweep(step, silence).Run(rows);
    }

    private static bool IsClean(IReadOnlyList<CurvePoint> rows, long silenceMs)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!IsReadable(rows[i]) || (i > 0 && !IsNext(rows[i].AtMs - rows[i - 1].AtMs, silenceMs))) return false;
        }

        return true;
    }

    private static bool IsNext(long stepMs, long silenceMs) => stepMs > 0 && stepMs <= silenceMs;

    private static bool IsReadable(in CurvePoint row) => Math.Abs(row.CurrentA) < MostReadable && Math.Abs(row.VoltageV ?? 0) < MostReadable;

    private static long UsualStep(IReadOnlyList<CurvePoint> rows)
    {
        var steps = new List<long>(rows.Count);
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].AtMs - rows[i - 1].AtMs is > 0 and < 3_600_000 and var step) steps.Add(step);
        }

        steps.Sort();
        return steps.Count == 0 ? DefaultStepMs : steps[steps.Count / 2];
    }

    /// <summary>One pass over the rows.</summary>
    private sealed class Sweep(long step, long silence)
    {
        private readonly List<CurvePoint> _points = [];
        private readonly List<CurveFault> _faults = [];
        private long _shift;
        private long _shiftBefore;

        public CleanCurve Run(IReadOnlyList<CurvePoint> rows)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (!IsReadable(rows[i])) Add(CurveFaultKind.Unreadable, Last ?? rows[i].AtMs, 0);
                else Place(rows, i);
            }

            for (var i = 1; i < _points.Count; i++)
            {
                var wait = _points[i].AtMs - _points[i - 1].AtMs;
                if (wait > silence) _faults.Add(new CurveFault(CurveFaultKind.Silence, _points[i - 1].AtMs, 1, wait / 1000d));
            }

            return new CleanCurve(_points, [.. _faults.OrderBy(f => f.AtMs)]);
        }

        private long? Last => _points.Count == 0 ? null : _points[^1].AtMs;

        private void Place(IReadOnlyList<CurvePoint> rows, int i)
        {
            var at = rows[i].AtMs + _shift;
            var ahead = at - (Last ?? at - 1);
            if (ahead >= ForwardLeapMs || ahead <= -BackwardLeapMs || (ahead < 0 && !Returns(rows, i)))
            {
                var before = rows[i].AtMs + _shiftBefore - Last!.Value;
                var shift = before is > 0 and < BackMs ? _shiftBefore : Last.Value + step - rows[i].AtMs;
                Add(CurveFaultKind.ClockLeap, Last.Value, ahead / 1000d);
                (_shiftBefore, _shift) = (_shift, shift);
                _points.Add(rows[i] with { AtMs = rows[i].AtMs + shift });
                return;
            }

            var place = PlaceOf(at);
            if (place > 0 && _points[place - 1].AtMs == at) Add(CurveFaultKind.Repeat, at, 0);
            else
            {
                if (place < _points.Count) Add(CurveFaultKind.Late, at, -ahead / 1000d);
                _points.Insert(place, rows[i] with { AtMs = at });
            }
        }

        /// <summary>The row that steps back was late, and no clock was set back: the next ones go on, or it fills a hole.</summary>
        private bool Returns(IReadOnlyList<CurvePoint> rows, int i)
        {
            if (i == rows.Count - 1) return true;
            for (var j = i + 1; j < rows.Count && j <= i + LookAhead; j++)
            {
                if (rows[j].AtMs + _shift > Last) return true;
            }

            var place = PlaceOf(rows[i].AtMs + _shift);
            return place > 0 && _points[place].AtMs - _points[place - 1].AtMs > 3 * step / 2;
        }

        private int PlaceOf(long at)
        {
            var place = _points.Count;
            while (place > 0 && _points[place - 1].AtMs > at) place--;
            return place;
        }

        private void Add(CurveFaultKind kind, long atMs, double seconds)
        {
            if (kind is CurveFaultKind.Repeat or CurveFaultKind.Unreadable && _faults.Count > 0 && _faults[^1].Kind == kind && _faults[^1].AtMs == atMs)
            {
                _faults[^1] = _faults[^1] with { Count = _faults[^1].Count + 1 };
            }
            else _faults.Add(new CurveFault(kind, atMs, 1, seconds));
        }
    }
}
