namespace Sems.Analysis.Danger;

/// <summary>The falling current of a stretch: how low it got, how fast it fell, and how long it held. It changes in place.</summary>
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

    private float _belowS, _fallS, _heldA;

    /// <summary>The current has fallen.</summary>
    public readonly bool IsTapering => _belowS >= SureS;

    /// <summary>A; the lowest it was, 0 before it fell.</summary>
    public float LowestA { get; private set; }

    /// <summary>s it has held one level.</summary>
    public float HeldS { get; private set; }

    /// <summary>The time constant of the fall, s; 0 before it is known, negative once it was asked for.</summary>
    public float TauS { get; set; }

    /// <summary>Takes a reading that flows.</summary>
    /// <param name="flow">The stretch, which took it already.</param>
    /// <param name="seconds">Since the one before.</param>
    /// <param name="rises">It is in doubt whether the current rises.</param>
    public void Take(in FlowTrace flow, float seconds, bool rises)
    {
        var (plateau, median) = (flow.PlateauA, flow.MedianA);
        if (plateau == 0) return;
        if (!IsTapering) _belowS = median < BeginShare * plateau && median >= NoShare * plateau ? _belowS + seconds : 0;
        if (!IsTapering) return;

        if (!rises) LowestA = LowestA == 0 ? median : Math.Min(LowestA, median);
        if (TauS == 0)
        {
            if (flow.LevelA <= FastShare * plateau) _fallS += seconds;
            if (flow.LevelA <= SlowShare * plateau) TauS = _fallS / MathF.Log(FastShare / SlowShare);
        }
        if (_heldA == 0 || Math.Abs(flow.LevelA - _heldA) > HoldShare * _heldA) (_heldA, HeldS) = (flow.LevelA, 0);
        else HeldS += seconds;
    }
}
