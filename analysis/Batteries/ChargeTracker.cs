using Sems.Analysis.Energy;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Batteries;

/// <summary>
/// Follows a charge reading by reading, for the gauge. It goes by the thresholds of <see cref="PhaseFinder"/>, but unlike that, which looks back at the
/// whole, it never changes its mind about what was: what a gauge has shown does not change when more is known. It changes in place.
/// </summary>
public sealed class ChargeTracker
{
    /// <summary>ms of constant current after which its mean power is known.</summary>
    public const long KnownAfterMs = 3 * 60_000;

    /// <summary>A; below it nothing flows.</summary>
    private const double ZeroA = FlowFinder.StandbyA;

    private const int Window = 5;

    private readonly Queue<double> _window = new(Window);
    private readonly List<TaperSpan> _tapers = [];
    private MeterReading? _last;
    private EnergyMeter _energy;
    private double _levelA;
    private double _constantWh;
    private long _constantMs;
    private long? _below;
    private long? _above;

    /// <summary>The last reading's place, Unix ms; null before the first.</summary>
    public long? LastMs => _last?.AtMs;

    /// <summary>The course so far.</summary>
    public ChargeCourse Course => new(
        _energy.Wh, _levelA, _constantMs >= KnownAfterMs && _constantWh > 0 ? _constantWh * 3_600_000 / _constantMs : null, [.. _tapers]);

    /// <summary>Takes the next reading; one that is older than the last is left out.</summary>
    public void Take(in MeterReading reading)
    {
        if (_last is { } last && reading.AtMs < last.AtMs) return;
        var before = _energy.Wh;
        _energy = _energy.Next(reading.CounterKwh, reading.AtMs, Math.Max(_last is { } then ? Watts(then) : 0, Watts(reading)));
        var step = _last is { } from ? reading.AtMs - from.AtMs : 0;
        var flowed = _last is { } earlier && Flows(earlier) && Flows(reading) && step <= PhaseFinder.LongestStepMs;
        _last = reading;
        if (!Flows(reading) || !flowed) Interrupted();
        if (!Flows(reading)) return;
        if (flowed && !IsTapering && _below is null)
        {
            _constantWh += _energy.Wh - before;
            _constantMs += step;
        }
        if (_window.Count == Window) _window.Dequeue();
        _window.Enqueue(reading.CurrentA);
        if (_window.Count == Window) Judge(reading.AtMs, _window.Order().ElementAt(Window / 2));
    }

    private bool IsTapering => _tapers.Count > 0 && _tapers[^1].EndWh is null;

    private static bool Flows(in MeterReading reading) => reading is { Powered: true, CurrentA: >= ZeroA };

    private static double Watts(in MeterReading reading) => DrawnPower.Of(reading.PowerW, reading.CurrentA, reading.VoltageV);

    /// <summary>No current is no sign of a full battery: somebody may have pulled the plug.</summary>
    private void Interrupted()
    {
        _window.Clear();
        (_below, _above) = (null, null);
    }

    private void Judge(long atMs, double currentA)
    {
        if (!IsTapering) _levelA = Math.Max(_levelA, currentA);
        var share = currentA / _levelA;
        var falls = share < PhaseFinder.ConstantShare;
        _below = falls ? _below ?? atMs : null;
        _above = falls ? null : _above ?? atMs;
        if (IsTapering && falls && share < _tapers[^1].LowestShare) _tapers[^1] = _tapers[^1] with { LowestMs = atMs, LowestShare = share };
        else if (IsTapering && atMs - _above >= PhaseFinder.ShortestMs) _tapers[^1] = _tapers[^1] with { EndWh = _energy.Wh };
        else if (!IsTapering && atMs - _below >= PhaseFinder.ShortestMs) _tapers.Add(new TaperSpan(atMs, _energy.Wh, share, atMs, share, null));
    }
}
