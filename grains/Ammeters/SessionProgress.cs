using Sems.Analysis.Charging;
using Sems.Analysis.Energy;
using Sems.GrainInterfaces;
using Sems.Grains.Tariffs;
using Sems.Storage.Curves;

namespace Sems.Grains.Ammeters;

/// <summary>
/// What a session's samples add up to. Immutable: the next one replaces it only when its sample is durable. It is not
/// stored; the samples themselves bring it back.
/// </summary>
public sealed record SessionProgress
{
    /// <summary>Before the first sample.</summary>
    public static readonly SessionProgress None = new();

    /// <summary>Places samples on the server's clock.</summary>
    public SampleClock Clock { get; private init; } = SampleClock.Start;

    /// <summary>Watches for the tail.</summary>
    public FullDetector Full { get; private init; }

    /// <summary>Measures energy.</summary>
    public EnergyMeter Energy { get; private init; }

    /// <summary>Samples stored.</summary>
    public long Samples { get; private init; }

    /// <summary>The latest sample.</summary>
    public Sample? Last { get; private init; }

    private double[] _whByRate = [];

    /// <summary>Energy by rate of the tariff, Wh.</summary>
    public ReadOnlySpan<double> WhByRate => _whByRate;

    /// <summary>The progress all of a session's samples lead to.</summary>
    public static SessionProgress Of(IEnumerable<Sample> samples, Tariff tariff, FullRule rule) =>
        samples.Aggregate(None, (progress, sample) => progress.After(sample, tariff, rule));

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
        var place = Clock.Place(time, arrivalMs);
        if (place.Leap) marks |= SampleMarks.ClockLeap;
        if (place.Late) marks |= SampleMarks.Late;
        return new Sample(time, place.AtMs, sent.CurrentA, sent.Energy, sent.VoltageV, sent.PowerW, marks);
    }

    /// <summary>Whether the sample may be one already stored; if not, it surely is new.</summary>
    public bool MayRepeat(in Sample sample) => !sample.Marks.HasFlag(SampleMarks.NoClock) && sample.Time <= Clock.LatestTime;

    /// <summary>The progress with one more stored sample. A late one is only counted.</summary>
    public SessionProgress After(in Sample sample, Tariff tariff, FullRule rule)
    {
        var late = sample.Marks.HasFlag(SampleMarks.Late);
        var clock = sample.Marks.HasFlag(SampleMarks.NoClock)
            ? Clock
            : Clock.After(sample.Time, new Placement(sample.AtMs, sample.Marks.HasFlag(SampleMarks.ClockLeap), late));
        if (late) return this with { Clock = clock, Samples = Samples + 1 };

        var energy = Energy.Next(sample.Energy, sample.AtMs);
        return this with
        {
            Clock = clock,
            Full = sample.Marks.HasFlag(SampleMarks.SwitchedOff) ? Full.Interrupted() : Full.Next(sample.CurrentA, rule),
            Energy = energy,
            Samples = Samples + 1,
            Last = sample,
            _whByRate = Add(energy.Wh - Energy.Wh, sample.AtMs, tariff),
        };
    }

    private double[] Add(double wh, long atMs, Tariff tariff)
    {
        if (wh == 0) return _whByRate;
        var sums = new double[tariff.RateCount];
        _whByRate.CopyTo(sums, 0);
        sums[tariff.RateAt(DateTimeOffset.FromUnixTimeMilliseconds(atMs))] += wh;
        return sums;
    }
}
