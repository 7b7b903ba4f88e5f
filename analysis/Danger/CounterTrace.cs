namespace Sems.Analysis.Danger;

/// <summary>An energy counter held against the current: does it stand still? It changes in place.</summary>
internal struct CounterTrace
{
    /// <summary>Wh; the coarsest counters step by 100.</summary>
    private const float CoarsestWh = 150;

    private const float LeastWh = 20;
    private const float Steps = 6;

    private float _kwh, _stepWh;

    /// <summary>Wh that must have flowed since it last moved.</summary>
    public float MissingWh { get; private set; }

    /// <summary>It stands still.</summary>
    public readonly bool IsStuck => MissingWh >= (_stepWh == 0 ? CoarsestWh : Math.Max(LeastWh, Steps * _stepWh));

    /// <summary>Takes a reading.</summary>
    /// <param name="kwh">The counter.</param>
    /// <param name="wh">What has flowed since the reading before, at least.</param>
    public void Take(float kwh, float wh)
    {
        var stepWh = (kwh - _kwh) * 1000;
        if (stepWh == 0) MissingWh += wh;
        else
        {
            if (_kwh > 0 && stepWh is > 0 and < CoarsestWh) _stepWh = Math.Max(_stepWh, stepWh);
            (_kwh, MissingWh) = (kwh, 0);
        }
    }
}
