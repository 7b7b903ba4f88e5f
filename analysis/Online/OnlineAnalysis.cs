using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Online;

/// <summary>
/// All that is followed of an open charge, reading by reading: its phase, its energy, and what endangers it. Under 200 bytes, nothing on the heap, no
/// allocation; it changes in place, and the readings themselves bring it back.
/// </summary>
public struct OnlineAnalysis
{
    private PhaseTracker _phases;
    private OnlineEnergy _energy;
    private DangerWatch _danger;

    /// <summary>What the battery is doing.</summary>
    public readonly PhaseTracker Phases => _phases;

    /// <summary>What endangers it.</summary>
    public readonly DangerWatch Danger => _danger;

    /// <summary>Wh so far.</summary>
    public readonly double EnergyWh => _energy.Wh;

    /// <summary>Takes the next reading; a repeated or late one, and what is no number, are left out.</summary>
    /// <param name="point">The reading.</param>
    /// <param name="usual">What is usual of the battery; null when not known.</param>
    /// <param name="limits">When to speak of danger; null for the defaults.</param>
    public void Take(in CurvePoint point, ChargeUsual? usual = null, DangerLimits? limits = null)
    {
        var last = _phases.LastMs;
        if (point.AtMs <= last || !double.IsFinite(point.CurrentA)) return;
        _phases.Take(point);
        _energy.Take(point, last);
        _danger.Take(point, _energy.Wh, usual, limits ?? DangerLimits.Default);
    }
}
