namespace Sems.Analysis.Danger;

/// <summary>Counts how often a current turns round by more than a step; older turns count less. It changes in place.</summary>
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

    private float _pivotA, _noiseA;
    private sbyte _direction;
    private byte _readings;

    /// <summary>Turns, the older ones counting less.</summary>
    public float Count { get; private set; }

    /// <summary>Takes a reading.</summary>
    /// <param name="a">A.</param>
    /// <param name="stepA">A; what is less is no turn.</param>
    /// <param name="counts">A turn counts.</param>
    /// <param name="moved">A; how far it is from the reading before.</param>
    public void Take(float a, float stepA, bool counts, float moved)
    {
        if (Count < Swinging)
        {
            if (_readings < byte.MaxValue) _readings++;
            _noiseA += Math.Max(NoiseWeight, 1f / _readings) * (Math.Min(Math.Abs(moved), MostNoiseShare * stepA) - _noiseA);
        }
        stepA = Math.Max(stepA, NoiseTimes * _noiseA);
        if (_direction == 0)
        {
            if (Math.Abs(a - _pivotA) >= stepA) (_direction, _pivotA) = ((sbyte)(a > _pivotA ? 1 : -1), a);
            return;
        }
        if ((a - _pivotA) * _direction >= 0)
        {
            _pivotA = a;
            return;
        }
        if (Math.Abs(a - _pivotA) < stepA) return;
        (_direction, _pivotA) = ((sbyte)-_direction, a);
        if (counts) Count++;
    }

    /// <summary>Time passes.</summary>
    public void Forget(float seconds) => Count *= Math.Max(0, 1 - (seconds / ForgetS));

    /// <summary>What comes next is compared with nothing before it.</summary>
    public void Restart(float a) => (_direction, _pivotA) = (0, a);
}
