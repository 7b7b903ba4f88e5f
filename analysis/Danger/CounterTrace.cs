using System.Runtime.InteropServices;

namespace Sems.Analysis.Danger;

/// <summary>An energy counter held against the current: does it stand still? It changes in place.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct CounterTrace
{
    /// <summary>Wh; the coarsest counters step by 100.</summary>
    private const float CoarsestWh = 150;

    private const float LeastWh = 20;
    private const float Steps = 6;

    /// <summary>Of a Wh; 6,553 Wh are more than any session has in doubt.</summary>
    private const float Unit = 0.1f;

    private float _missingWh;
    private ushort _counter, _step;

    /// <summary>Wh that must have flowed since it last moved.</summary>
    public readonly float MissingWh => _missingWh;

    /// <summary>It stands still.</summary>
    public readonly bool IsStuck => _missingWh >= (_step == 0 ? CoarsestWh : Math.Max(LeastWh, Steps * Unit * _step));

    /// <summary>Takes a reading.</summary>
    /// <param name="kwh">The counter.</param>
    /// <param name="wh">What has flowed since the reading before, at least.</param>
    public void Take(double kwh, float wh)
    {
        var counter = (ushort)(long)Math.Round(kwh * 1000 / Unit); // what matters are its steps
        var step = (short)(counter - _counter);
        if (step == 0) _missingWh += wh;
        else
        {
            if (_counter != 0 && step > 0 && step * Unit < CoarsestWh) _step = (ushort)Math.Max(_step, (ushort)step);
            (_counter, _missingWh) = (counter, 0);
        }
    }
}
