using Sems.Analysis.Batteries;
using Sems.Analysis.Phases;
using Sems.Gateway.Live;
using Sems.Grains.Ammeters;
using Sems.Storage.Curves;

namespace Sems.Gateway.Student.Reading;

/// <summary>How a charge goes.</summary>
/// <param name="Course">For the gauge.</param>
/// <param name="Phase">What the battery is doing; null before the first sample.</param>
internal sealed record ChargeCurve(ChargeCourse Course, ChargePhase? Phase);

/// <summary>One session students look at. Its samples are kept only while somebody looks on at them; else nothing but what they add up to.</summary>
internal sealed class FollowedCharge(long chargeId, ICurveReader curves) : ICurveFollower
{
    /// <summary>Between two reads, by the machine's clock: a demo's runs faster.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(4.5);

    private static readonly TimeSpan PointsUnused = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ChargeTracker _tracker = new();
    private PhaseTracker _phases;
    private FoundSamples? _points;
    private ChargeCurve _curve = new(ChargeCourse.None, null);
    private long _count = -1;
    private long _readAt;
    private long _usedAt;
    private long _followedAt;

    /// <summary>For how long nobody asked.</summary>
    public TimeSpan UnusedFor => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _usedAt));

    /// <summary>Somebody asks.</summary>
    public void Touch() => Interlocked.Exchange(ref _usedAt, TimeProvider.System.GetTimestamp());

    /// <summary>How it goes.</summary>
    public async Task<ChargeCurve> ReadAsync(long samples, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_points is not null && TimeProvider.System.GetElapsedTime(_followedAt) > PointsUnused) _points = null;
            await RefreshAsync(samples, cancel);
            return _curve;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public async Task<(Sample[] Points, long UpTo)> FollowAsync(long samples, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            _followedAt = TimeProvider.System.GetTimestamp();
            if (_points is null) (_points, _count, _readAt) = (new FoundSamples(), -1, 0);
            await RefreshAsync(samples, cancel);
            return (_points.Points, Math.Min(_count, samples));
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task RefreshAsync(long samples, CancellationToken cancel)
    {
        if (_count >= samples || (_readAt != 0 && TimeProvider.System.GetElapsedTime(_readAt) < Fresh)) return;
        _readAt = TimeProvider.System.GetTimestamp();
        if (_count < 0 || !Add(await curves.UnsealedAsync(chargeId, cancel), samples)) Begin(await curves.ReadAsync(chargeId, cancel));
        _curve = new ChargeCurve(_tracker.Course, _count > 0 ? _phases.Phase : null);
    }

    /// <summary>Adds what came since; false when some of it is not among these: it was sealed meanwhile, or came late.</summary>
    private bool Add(IReadOnlyList<Sample> fresh, long samples)
    {
        var added = fresh.Where(s => s.AtMs > (_tracker.LastMs ?? long.MinValue)).OrderBy(s => s.AtMs).ToList();
        if (added.Count < samples - _count) return false;
        Take(added);
        _count += added.Count;
        return true;
    }

    private void Begin(IReadOnlyList<Sample> all)
    {
        _tracker = new ChargeTracker();
        _phases = default;
        Take(all);
        _count = all.Count;
    }

    private void Take(IReadOnlyList<Sample> samples)
    {
        _points?.Add(samples);
        foreach (var sample in samples)
        {
            var powered = !sample.Marks.HasFlag(SampleMarks.SwitchedOff);
            _tracker.Take(new MeterReading(sample.AtMs, sample.CurrentA, sample.Energy, sample.VoltageV, sample.PowerW, powered));
            _phases.Take(sample.Point());
        }
    }
}
