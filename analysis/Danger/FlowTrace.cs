using System.Runtime.InteropServices;

namespace Sems.Analysis.Danger;

/// <summary>
/// A stretch of charging: the level the current holds, free of single odd readings, and the highest it held, the plateau. A stretch begins anew
/// after a pause, a plug that was pulled or a long gap, for a charger starts anew then too, and it may be another bike. It changes in place.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct FlowTrace
{
    /// <summary>A; below it nothing flows.</summary>
    public const float ZeroA = 0.05f;

    /// <summary>A; a charger that is plugged in draws as much for itself.</summary>
    public const float StandbyA = 0.008f;

    /// <summary>Of <see cref="Stillness"/>, for a reading without any current.</summary>
    public const int Nothing = 6;

    /// <summary>s of flow in which chargers settle: inrush is no level.</summary>
    private const float SettleS = 30;

    /// <summary>s of flow after which the level is worth something.</summary>
    private const float KnownS = 90;

    /// <summary>The plateau follows a level that is at least this share of it, for the mains drift, with this time constant, s.</summary>
    private const float FollowShare = 0.93f;
    private const float FollowS = 1800;

    /// <summary>s; the level's time constant.</summary>
    private const float LevelS = 120;

    /// <summary>Of the highest level there was: so far the plateau follows, for no drift goes farther, but a very slow taper does.</summary>
    private const float FollowLeast = 0.85f;

    private ushort _beforeMa, _lastMa, _peakMa, _flowTenths;

    /// <summary>s the stretch has flowed.</summary>
    public readonly float FlowS => Packed.Seconds(_flowTenths);

    /// <summary>A; 0 before it is known.</summary>
    public float LevelA { get; private set; }

    /// <summary>A; 0 before it is known.</summary>
    public float PlateauA { get; private set; }

    /// <summary>
    /// How sure it is that the flow has ended: each reading without any current in a row counts <see cref="Nothing"/>, each with no more than a charger
    /// draws for itself counts 1, for a small tail may read so.
    /// </summary>
    public byte Stillness { get; private set; }

    /// <summary>The reading before the last one, A.</summary>
    public readonly float LastA => Packed.Amperes(_lastMa);

    /// <summary>The one before that, A.</summary>
    public readonly float BeforeA => Packed.Amperes(_beforeMa);

    /// <summary>The median of the last two readings and this one, A.</summary>
    public readonly float Median(float a)
    {
        var (last, before) = (LastA, BeforeA);
        return _flowTenths == 0 ? a : Math.Max(Math.Min(a, last), Math.Min(Math.Max(a, last), before));
    }

    /// <summary>Takes a reading.</summary>
    /// <param name="a">A.</param>
    /// <param name="median">Its <see cref="Median"/>, A.</param>
    /// <param name="seconds">Since the one before.</param>
    /// <param name="hold">The level stays: what comes now is in doubt.</param>
    public void Take(float a, float median, float seconds, bool hold)
    {
        Stillness = a >= ZeroA ? (byte)0 : (byte)Math.Min(200, Stillness + (a < StandbyA ? Nothing : 1));
        if (a >= ZeroA) _flowTenths = Packed.Add(_flowTenths, seconds);
        var flow = FlowS;
        if (!hold && a >= ZeroA && flow > SettleS)
        {
            LevelA = LevelA == 0 ? median : LevelA + (seconds / (Math.Min(flow - SettleS, LevelS) + seconds) * (median - LevelA));
            if (flow >= KnownS && LevelA >= FollowShare * PlateauA)
            {
                _peakMa = Math.Max(_peakMa, Packed.Milli(LevelA));
                PlateauA = Math.Max(FollowLeast * Packed.Amperes(_peakMa), Math.Max(LevelA, PlateauA + (seconds / FollowS * (LevelA - PlateauA))));
            }
        }
        (_beforeMa, _lastMa) = (_lastMa, Packed.Milli(a));
    }
}
