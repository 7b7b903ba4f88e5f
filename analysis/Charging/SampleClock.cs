namespace Sems.Analysis.Charging;

/// <summary>
/// Places samples, which carry a station's clock that may be years off, on the server's clock. It follows a line "station
/// time ↔ server time" through the session's samples, so that a backlog delivered at once keeps its spacing, while a
/// clock that leaps is overruled by the arrival. Immutable.
/// </summary>
public record struct SampleClock
{
    /// <summary>A leap is a step of the station's clock this far from what passed at the server, s.</summary>
    public const double LeapSeconds = 3600;

    /// <summary>A step this far ahead of what passed at the server is believed only when others follow it, s.</summary>
    public const double AheadSeconds = 600;

    /// <summary>So many samples in a row on another line mean that the station's clock was set.</summary>
    public const int SamplesToAdopt = 4;

    /// <summary>So many late samples in a row that come as far apart as they were measured are no backlog: the station's clock was set back.</summary>
    public const int LatesToDoubt = 3;

    /// <summary>Before the first sample.</summary>
    public static readonly SampleClock Start = new() { LatestTime = double.NegativeInfinity };

    private double _firstTime;
    private double _time;
    private long _atMs;
    private long _lastAtMs;
    private double _otherFirstTime;
    private double _otherTime;
    private long _otherAtMs;
    private int _others;
    private double _lateTime;
    private long _lateArrivalMs;
    private int _lates;

    /// <summary>Samples were placed.</summary>
    public bool Started { get; private init; }

    /// <summary>No stored sample has a later station time than this (Unix s).</summary>
    public double LatestTime { get; private init; }

    /// <summary>Where a sample of this station time, arriving now, belongs.</summary>
    public readonly Placement Place(double time, long arrivalMs)
    {
        if (!Started) return new Placement(arrivalMs, Leap: false, Late: false);
        var step = time - _time;
        var between = step < 0 && time >= _firstTime;
        var setBack = between && WasSetBack(time, arrivalMs);
        if (between && !setBack) return new Placement(_atMs + (long)Math.Round(step * 1000), Leap: false, Late: true);
        if (setBack || Leaps(step, arrivalMs)) return new Placement(Math.Max(arrivalMs, _lastAtMs), Leap: true, Late: false);
        var onLine = _atMs + (long)Math.Round(step * 1000);
        return step < 0
            ? new Placement(onLine, Leap: false, Late: true)
            : new Placement(Math.Max(Math.Min(onLine, arrivalMs), _lastAtMs), Leap: false, Late: false);
    }

    /// <summary>The clock after a sample was stored where <see cref="Place"/> put it.</summary>
    /// <param name="time">The station's time.</param>
    /// <param name="place">Where it was put.</param>
    /// <param name="arrivalMs">When it came; null for one that is read back.</param>
    public readonly SampleClock After(double time, Placement place, long? arrivalMs = null)
    {
        var next = this with { Started = true, LatestTime = Math.Max(LatestTime, time) };
        if (place.Late && arrivalMs is { } arrival)
        {
            next._lates = _lates > 0 && IsLive(time - _lateTime, arrival - _lateArrivalMs) ? _lates + 1 : 1;
            (next._lateTime, next._lateArrivalMs) = (time, arrival);
        }
        if (place.Late) return Started ? next : this with { LatestTime = next.LatestTime };
        next._lastAtMs = Math.Max(_lastAtMs, place.AtMs);
        if (!place.Leap && !Outruns(time, place.AtMs))
        {
            if (!Started) next._firstTime = time;
            return next.OnLine(time, place.AtMs);
        }

        var follows = _others > 0 && time > _otherTime && Math.Abs(time - _otherTime - ((place.AtMs - _otherAtMs) / 1000d)) <= LeapSeconds;
        next._others = follows ? _others + 1 : 1;
        if (!follows) next._otherFirstTime = time;
        next._otherTime = time;
        next._otherAtMs = place.AtMs;
        if (next._others < SamplesToAdopt) return next;
        next._firstTime = next._otherFirstTime;
        return next.OnLine(time, place.AtMs);
    }

    /// <summary>The station's clock went ahead of the server's by more than samples that arrive together explain.</summary>
    private readonly bool Outruns(double time, long atMs) => Started && time - _time - ((atMs - _atMs) / 1000d) > AheadSeconds;

    private SampleClock OnLine(double time, long atMs)
    {
        _time = time;
        _atMs = atMs;
        _others = 0;
        _lates = 0;
        return this;
    }

    /// <summary>It goes on where late samples, or samples on another line, came as fast as they were measured.</summary>
    private readonly bool WasSetBack(double time, long arrivalMs) =>
        (_lates >= LatesToDoubt && IsLive(time - _lateTime, arrivalMs - _lateArrivalMs)) ||
        (_others > 0 && IsLive(time - _otherTime, arrivalMs - _otherAtMs));

    private static bool IsLive(double step, long passedMs) => step > 0 && Math.Abs(step - (passedMs / 1000d)) <= (step / 2) + 1;

    private readonly bool Leaps(double step, long arrivalMs) =>
        Math.Abs(step) > LeapSeconds && Math.Abs(step - ((arrivalMs - _lastAtMs) / 1000d)) > LeapSeconds;
}

/// <summary>A sample's place on the server's clock.</summary>
/// <param name="AtMs">Unix ms.</param>
/// <param name="Leap">The station's clock leapt; the place is the arrival.</param>
/// <param name="Late">It lies before samples already taken.</param>
public readonly record struct Placement(long AtMs, bool Leap, bool Late);
