using Sems.Analysis.Anomalies;
using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Energy;
using Sems.GrainInterfaces;
using Sems.Grains.Rules;
using Sems.Grains.Settings;
using Sems.Grains.Tariffs;
using Sems.Storage.Curves;

namespace Sems.Grains.Ammeters;

/// <summary>
/// What a session's samples add up to; taken only from samples that are durable. It is not stored: the samples themselves bring it back.
/// It changes in place, so that a campus of open sessions makes no work for the garbage collector.
/// </summary>
/// <param name="usual">What is usual of the battery, or null.</param>
public sealed class SessionProgress(ChargeUsual? usual = null)
{
    private SampleClock _clock = SampleClock.Start;
    private long? _arrivalMs;
    private FullDetector _full;
    private EnergyMeter _energy;
    private SampleWatch _watch;
    private Sample _last;
    private double[] _whByRate = [];

    /// <summary>Samples stored.</summary>
    public long Samples { get; private set; }

    /// <summary>The latest sample.</summary>
    public Sample? Last => _last.AtMs == 0 ? null : _last;

    /// <summary>The battery was seen full.</summary>
    public bool IsFull => _full.IsFull;

    /// <summary>Energy so far, Wh.</summary>
    public double EnergyWh => _energy.Wh;

    /// <summary>Steps of the energy counter that were not believed, by kind.</summary>
    public EnergyFaultCounts EnergyFaults => new(_energy.Backward, _energy.Jumps, _energy.Scales);

    /// <summary>What rules find wrong with the samples by now.</summary>
    public RuleSet Wrong => _watch.Wrong | WrongEnergy;

    /// <summary>What is usual of the battery.</summary>
    public ChargeUsual? Usual => usual;

    /// <summary>What compares the charge with itself and with the usual.</summary>
    internal DangerWatch Danger => _watch.Danger;

    /// <summary>Energy by rate of the tariff, Wh.</summary>
    public ReadOnlySpan<double> WhByRate => _whByRate;

    /// <summary>The progress all of a session's samples lead to.</summary>
    public static SessionProgress Of(IEnumerable<Sample> samples, Tariff tariff, ChargingSettings settings, ChargeUsual? usual = null)
    {
        var progress = new SessionProgress(usual);
        foreach (var sample in samples) progress.Take(sample, tariff, settings);
        return progress;
    }

    /// <summary>The sample a reading becomes.</summary>
    /// <param name="sent">The reading.</param>
    /// <param name="arrival">When it came.</param>
    /// <param name="switchedOff">The switch is meant to be open.</param>
    public Sample Place(ChargeSample sent, DateTimeOffset arrival, bool switchedOff)
    {
        var arrivalMs = arrival.ToUnixTimeMilliseconds();
        var marks = switchedOff ? SampleMarks.SwitchedOff : SampleMarks.None;
        if (sent.Time is not { } time)
        {
            var at = Math.Max(arrivalMs, Last?.AtMs ?? arrivalMs);
            return new Sample(arrivalMs / 1000d, at, sent.CurrentA, sent.Energy, sent.VoltageV, sent.PowerW, marks | SampleMarks.NoClock);
        }
        _arrivalMs = arrivalMs; // of what is taken next; samples read back do not tell theirs
        var place = _clock.Place(time, arrivalMs);
        if (place.Leap) marks |= SampleMarks.ClockLeap;
        if (place.Late) marks |= SampleMarks.Late;
        return new Sample(time, place.AtMs, sent.CurrentA, sent.Energy, sent.VoltageV, sent.PowerW, marks);
    }

    /// <summary>Whether the sample may be one already stored; if not, it surely is new.</summary>
    public bool MayRepeat(in Sample sample) => !sample.Marks.HasFlag(SampleMarks.NoClock) && sample.Time <= _clock.LatestTime;

    /// <summary>Takes one more stored sample. A late one is only counted.</summary>
    public void Take(in Sample sample, Tariff tariff, ChargingSettings settings)
    {
        Samples++;
        var late = sample.Marks.HasFlag(SampleMarks.Late);
        if (!sample.Marks.HasFlag(SampleMarks.NoClock))
            _clock = _clock.After(sample.Time, new Placement(sample.AtMs, sample.Marks.HasFlag(SampleMarks.ClockLeap), late), _arrivalMs);
        if (late) return;

        _watch.Take(sample, _full.IsFull, _energy.Faults == 0 ? _energy.Wh : null, usual, settings.Rules);
        _full = sample.Marks.HasFlag(SampleMarks.SwitchedOff) ? _full.Interrupted() : _full.Next(sample.CurrentA, settings.Full);
        var before = _energy.Wh;
        _energy = _energy.Next(sample.Energy, sample.AtMs, Math.Max(Watts(_last), Watts(sample)));
        _last = sample;
        Add(_energy.Wh - before, sample.AtMs, tariff);
    }

    private RuleSet WrongEnergy =>
        (_energy.Backward > 0 ? RuleSet.EnergyBackward : RuleSet.None) | (_energy.Jumps > 0 ? RuleSet.EnergyJump : RuleSet.None) |
        (_energy.Scales > 0 ? RuleSet.EnergyScale : RuleSet.None);

    /// <summary>A sample's power, W; what a voltage that was not sent would be is known well enough.</summary>
    private static double Watts(in Sample sample) => Limits.Power(sample.PowerW, sample.CurrentA, sample.VoltageV) ?? (sample.CurrentA * Limits.MainsV);

    private void Add(double wh, long atMs, Tariff tariff)
    {
        if (wh == 0) return;
        if (_whByRate.Length == 0) _whByRate = new double[tariff.RateCount];
        _whByRate[tariff.RateAt(DateTimeOffset.FromUnixTimeMilliseconds(atMs))] += wh;
    }
}
