using System.Runtime.InteropServices;

namespace Sems.Analysis.Danger;

/// <summary>The falling current of a stretch: how low it got, how fast it fell, and how long it held. It changes in place.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct TaperTrace
{
    /// <summary>Of the plateau; a current below it falls.</summary>
    public const float BeginShare = 0.85f;

    /// <summary>s below it that make a taper: a dip is none.</summary>
    public const float SureS = 120;

    /// <summary>s a current must hold to be no taper: an hour, less what the smoothing takes.</summary>
    public const float HoldS = 3400;

    /// <summary>A hold is given up when the current left it by this share; a taper with a time constant of five hours falls so far in a quarter of an hour.</summary>
    private const float HoldShare = 0.05f;

    private const float FastShare = 0.8f;
    private const float SlowShare = 0.35f;
    private const float NoShare = 0.15f;

    /// <summary>s of the fall, negative once it is over.</summary>
    private float _fallS;
    private ushort _belowTenths, _heldTenths, _heldMa, _lowestMa;

    /// <summary>The current has fallen.</summary>
    public readonly bool IsTapering => Packed.Seconds(_belowTenths) >= SureS;

    /// <summary>A; the lowest it was, 0 before it fell.</summary>
    public readonly float LowestA => Packed.Amperes(_lowestMa);

    /// <summary>s it has held one level.</summary>
    public readonly float HeldS => Packed.Seconds(_heldTenths);

    /// <summary>The time constant of the fall, s; 0 before it is known.</summary>
    public readonly float TauS => _fallS < 0 ? -_fallS / MathF.Log(FastShare / SlowShare) : 0;

    /// <summary>Takes a reading that flows.</summary>
    /// <param name="flow">The stretch, which took it already.</param>
    /// <param name="median">The median of the last three readings, A.</param>
    /// <param name="seconds">Since the one before.</param>
    /// <param name="rises">It is in doubt whether the current rises.</param>
    /// <returns>The time constant became known by this reading.</returns>
    public bool Take(in FlowTrace flow, float median, float seconds, bool rises)
    {
        var (plateau, level) = (flow.PlateauA, flow.LevelA);
        if (plateau == 0) return false;
        if (!IsTapering) _belowTenths = median < BeginShare * plateau && median >= NoShare * plateau ? Packed.Add(_belowTenths, seconds) : (ushort)0;
        if (!IsTapering) return false;

        if (!rises) _lowestMa = Packed.Milli(_lowestMa == 0 ? median : Math.Min(LowestA, median));
        var held = Packed.Amperes(_heldMa);
        if (held == 0 || Math.Abs(level - held) > HoldShare * held) (_heldMa, _heldTenths) = (Packed.Milli(level), 0);
        else _heldTenths = Packed.Add(_heldTenths, seconds);
        if (_fallS < 0) return false;
        if (level <= FastShare * plateau) _fallS += seconds;
        if (level > SlowShare * plateau || _fallS == 0) return false;
        _fallS = -_fallS;
        return true;
    }
}
