namespace Sems.Analysis.Danger;

/// <summary>Counts how often a current turns round by more than a step; older turns count less. It changes in place.</summary>
internal struct SwingCounter
{
    /// <summary>s; the time constant of forgetting.</summary>
    public const float ForgetS = 900;

    private float _pivotA;
    private sbyte _direction;

    /// <summary>Turns, the older ones counting less.</summary>
    public float Count { get; private set; }

    /// <summary>Takes a reading.</summary>
    /// <param name="a">A.</param>
    /// <param name="stepA">A; what is less is no turn.</param>
    /// <param name="counts">A turn counts.</param>
    public void Take(float a, float stepA, bool counts)
    {
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
