using System.Runtime.InteropServices;

namespace Sems.Analysis.Danger;

/// <summary>Counts how often a current turns round by more than a step; older turns count less. It changes in place.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct SwingCounter
{
    /// <summary>s; the time constant of forgetting.</summary>
    public const float ForgetS = 900;

    /// <summary>Of each reading in the mean: it takes a quarter of an hour to change, so that swings are seen before they count as noise.</summary>
    private const float NoiseWeight = 0.012f;

    /// <summary>Turns from which on what moves is no noise.</summary>
    private const float Swinging = 2;

    /// <summary>Of the step that makes a turn; what is more is no noise.</summary>
    private const float MostNoiseShare = 0.6f;

    /// <summary>Turns are so many times the mean step between readings apart, or they are noise (six standard deviations of a normal one).</summary>
    private const float NoiseTimes = 5.3f;

    /// <summary>Of an A; noise is small, and changes little by little.</summary>
    private const float NoiseUnit = 1e-5f;

    private Half _count;
    private ushort _pivotMa, _noise;
    private sbyte _direction;
    private byte _readings;

    /// <summary>Turns, the older ones counting less.</summary>
    public readonly float Count => (float)_count;

    /// <summary>Takes a reading.</summary>
    /// <param name="a">A.</param>
    /// <param name="stepA">A; what is less is no turn.</param>
    /// <param name="counts">A turn counts.</param>
    /// <param name="moved">A; how far it is from the reading before.</param>
    public void Take(float a, float stepA, bool counts, float moved)
    {
        var (noise, pivot) = (_noise * NoiseUnit, Packed.Amperes(_pivotMa));
        if (Count < Swinging)
        {
            if (_readings < byte.MaxValue) _readings++;
            noise += Math.Max(NoiseWeight, 1f / _readings) * (Math.Min(Math.Abs(moved), MostNoiseShare * stepA) - noise);
            _noise = (ushort)Math.Min(ushort.MaxValue, (noise / NoiseUnit) + 0.5f);
        }
        stepA = Math.Max(stepA, NoiseTimes * noise);
        if (_direction == 0)
        {
            if (Math.Abs(a - pivot) >= stepA) (_direction, _pivotMa) = ((sbyte)(a > pivot ? 1 : -1), Packed.Milli(a));
        }
        else if ((a - pivot) * _direction >= 0) _pivotMa = Packed.Milli(a);
        else if (Math.Abs(a - pivot) >= stepA)
        {
            (_direction, _pivotMa) = ((sbyte)-_direction, Packed.Milli(a));
            if (counts) _count = (Half)(Count + 1);
        }
    }

    /// <summary>Time passes.</summary>
    public void Forget(float seconds) => _count = Forgotten(_count, seconds);

    /// <summary>What comes next is compared with nothing before it.</summary>
    public void Restart(float a) => (_direction, _pivotMa) = (0, Packed.Milli(a));

    /// <summary>What is left of a count after so many seconds.</summary>
    public static Half Forgotten(Half count, float seconds) => (Half)((float)count * Math.Max(0, 1 - (seconds / ForgetS)));
}
