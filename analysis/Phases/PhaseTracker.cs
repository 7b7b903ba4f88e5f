using Sems.Analysis.Charging;

namespace Sems.Analysis.Phases;

/// <summary>
/// Follows the phase of a charge reading by reading: constant memory, no allocation, and no mind to change about what was. It goes by the same ideas as
/// <see cref="PhaseFinder"/>, which looks back: a plateau, a fall from it that goes on, a small current that holds. When the current stops before the battery
/// can be full it says <see cref="ChargePhase.Interrupted"/>, though only what comes later can tell. It changes in place; its default value is a
/// charge that has not begun.
/// </summary>
public struct PhaseTracker
{
    /// <summary>A; below it nothing begins.</summary>
    private const float BeginA = 0.05f;

    private const float GapS = PhaseFinder.LongestStepMs / 1000f;

    /// <summary>Of the plateau; a current that left it by so much and falls on is a taper. Without the battery's voltage the supply's own swings are in it.</summary>
    private const float BatteryLeft = 0.012f, MainsLeft = 0.04f;

    /// <summary>Of the plateau; a current that stops above it stops before its time.</summary>
    private const float EarlyShare = 0.3f;

    /// <summary>s; the plateau follows a current that drifts.</summary>
    private const float DriftS = 900;

    /// <summary>s; the level's time constant.</summary>
    private const float LevelS = 45;

    /// <summary>s; a current of the plateau's order that holds so long, to <see cref="SteadyShare"/>, is constant.</summary>
    private const float SteadyS = 420;

    private const float SteadyShare = 0.01f;

    /// <summary>A level that lost no more has held.</summary>
    private const float LeastLoss = 0.03f;

    private const float ShortestS = PhaseFinder.ShortestMs / 1000f;
    private const float TrickleS = 1200, SureS = 3600;
    private const float StepShare = (float)FlowFinder.StepShare;

    private long _lastMs, _sinceMs, _turnMs;
    private float _before, _last, _plateau, _noise, _level, _turnA, _holdA, _holdS;
    private byte _flows, _zeros, _side;
    private ChargePhase _phase;
    private bool _begun, _sure;

    /// <summary>What the battery is doing; <see cref="ChargePhase.Idle"/> before the first reading.</summary>
    public readonly ChargePhase Phase => _begun ? _phase : ChargePhase.Idle;

    /// <summary>Since when, as far as it knows now: it may lie before the reading at which it was sure. Unix ms.</summary>
    public readonly long SinceMs => _sinceMs;

    /// <summary>The last reading's time, Unix ms; 0 before the first.</summary>
    public readonly long LastMs => _lastMs;

    /// <summary>The constant current, A; 0 before it is known.</summary>
    public readonly double PlateauA => _plateau;

    /// <summary>How sure the phase is, 0 to 1: more with every minute it lasts.</summary>
    public readonly double Confidence
    {
        get
        {
            var age = Math.Max(0, _lastMs - _sinceMs) / 1000d;
            var most = Phase == ChargePhase.Interrupted ? 0.7 : 0.95;
            return Math.Round(most - ((most - 0.5) * 60 / (60 + age)), 3);
        }
    }

    /// <summary>Takes the next reading; a repeated or late one, and what is no number, are left out.</summary>
    public void Take(in CurvePoint point)
    {
        if (point.AtMs <= _lastMs || !double.IsFinite(point.CurrentA)) return;
        if (!_begun) (_begun, _phase, _sinceMs, _lastMs) = (true, ChargePhase.Idle, point.AtMs, point.AtMs);
        var seconds = (point.AtMs - _lastMs) / 1000f;
        var a = (float)point.CurrentA;
        if (point.VoltageV is > 0 and var volts)
        {
            _side = (byte)ChargeSides.Of(volts);
            if (volts >= ChargeSides.LeastMainsV) a *= (float)(volts / ChargeSignal.NominalMainsV);
        }

        if (seconds > GapS) (_flows, _zeros, _holdS, _holdA) = (Math.Min(_flows, (byte)1), 0, 0, 0);
        if (IsNothing(a)) Stops(point);
        else Flows(point.AtMs, a, seconds);
        _lastMs = point.AtMs;
    }

    /// <summary>Of the plateau; the current has left it when it is lower by this.</summary>
    private readonly float Left => Math.Max(IsMains ? MainsLeft : BatteryLeft, 3 * _noise / Math.Max(_plateau, 1e-3f));

    private readonly bool IsMains => _side == (byte)ChargeSide.Mains;

    private readonly bool IsCharging => Phase is ChargePhase.ConstantCurrent or ChargePhase.Taper or ChargePhase.Trickle;

    private readonly bool IsNothing(float a)
    {
        if (!IsCharging) return a < BeginA;
        var floor = Math.Max((float)ChargeSignal.NothingA, _plateau * (float)ChargeSignal.NothingShare);
        return (a < floor && (a < floor / 2 || _level < 1.5f * floor)) || (IsMains && a < Math.Min(BeginA, _plateau / 10) && a < StepShare * _level);
    }

    private void Stops(in CurvePoint point)
    {
        if (_zeros < byte.MaxValue) _zeros++;
        if (_zeros == 1) _turnMs = point.AtMs;
        if (_zeros < 2) return; // a single one is an odd reading
        _flows = 0;
        if (!IsCharging) return;
        var early = _phase == ChargePhase.ConstantCurrent || _level > EarlyShare * _plateau || (!point.Powered && _phase == ChargePhase.Taper);
        Turn(!_sure ? ChargePhase.Idle : early ? ChargePhase.Interrupted : ChargePhase.ZeroCurrent, _turnMs);
        if (!_sure) _plateau = 0;
    }

    private void Flows(long atMs, float a, float seconds)
    {
        var median = _flows switch { 0 => a, 1 => Math.Min(a, _last), _ => Math.Max(Math.Min(a, _last), Math.Min(Math.Max(a, _last), _before)) };
        if (_flows > 0) _noise += (Math.Min(Math.Abs(a - _last), (4 * _noise) + (0.002f * _plateau)) - _noise) * 0.05f;
        (_before, _last) = (_last, a);
        if (_flows < byte.MaxValue) _flows++;
        _zeros = 0;
        _level = _flows <= 3 ? median : _level + ((median - _level) * Math.Min(1, seconds / LevelS));
        Hold(seconds);
        if (!IsCharging) Begin(atMs, median);
        else if (_phase == ChargePhase.ConstantCurrent) Constant(atMs, median, seconds);
        else Fallen(atMs, median);
    }

    /// <summary>Something flows (again).</summary>
    private void Begin(long atMs, float median)
    {
        if (_flows == 1) _turnMs = atMs;
        var first = _plateau == 0;
        if (!first && _flows < 2) return;
        if (first || median >= (float)PhaseFinder.ConstantShare * _plateau) _plateau = Math.Max(_plateau, median);
        Turn(median >= (float)PhaseFinder.ConstantShare * _plateau ? ChargePhase.ConstantCurrent : ChargePhase.Taper, _turnMs);
        _turnA = 0;
    }

    private void Constant(long atMs, float median, float seconds)
    {
        if (!_sure) (_plateau, _sure) = (median, _flows > 3);
        else if (median > _plateau) _plateau += (median - _plateau) * 0.5f;
        var left = Left;
        var fallen = 1 - (median / _plateau);
        if (fallen < left)
        {
            _turnA = 0;
            if (fallen < left / 2) _turnMs = atMs;
            _plateau += (median - _plateau) * Math.Min(1, seconds / DriftS);
            return;
        }

        if (_turnA == 0) _turnA = median;
        var goesOn = median < _turnA - (left / 2 * _plateau);
        var isLow = fallen > 1 - (float)PhaseFinder.ConstantShare && atMs - _turnMs >= ShortestS * 1000;
        if ((!goesOn || fallen >= 1 - (float)PhaseFinder.ConstantShare) && !isLow) return;
        Turn(ChargePhase.Taper, _turnMs);
        (_turnMs, _holdA, _holdS) = (atMs, _level, 0);
    }

    /// <summary>Below the plateau: does it hold, and where; or is it back?</summary>
    private void Fallen(long atMs, float median)
    {
        var share = _level / _plateau;
        if (share < 1 - (Left / 2)) _turnMs = atMs;
        var isBack = atMs - _turnMs >= ShortestS * 1000;
        var isSteady = share > (float)TrickleFinder.MostSureShare && _holdS >= SteadyS;
        if (isBack || isSteady)
        {
            Turn(ChargePhase.ConstantCurrent, isBack ? _turnMs : atMs - (long)(_holdS * 1000));
            (_plateau, _turnA, _turnMs) = (Math.Max(isBack ? _plateau : 0, median), 0, atMs);
        }
        else if (_phase == ChargePhase.Taper && share < (float)TrickleFinder.MostSureShare && _holdS >= NeededS(share)) Turn(ChargePhase.Trickle, atMs - (long)(_holdS * 1000));
        else if (_phase == ChargePhase.Trickle && share > (float)TrickleFinder.MostSureShare) Turn(ChargePhase.Taper, atMs);
    }

    private readonly bool MustBeSure(float share) =>
        !IsMains || share is < (float)TrickleFinder.SureShare or > (float)TrickleFinder.MostShare;

    private readonly float NeededS(float share) => MustBeSure(share) ? SureS : TrickleS;

    /// <summary>For how long the level has held: it is where it was, less what even a slow taper loses.</summary>
    private void Hold(float seconds)
    {
        var share = _level / Math.Max(_plateau, 1e-3f);
        _holdS += seconds;
        var most = share > (float)TrickleFinder.MostSureShare ? SteadyShare
            : Math.Max(LeastLoss, _holdS / (MustBeSure(share) ? (float)TrickleFinder.HoldTauS : SlowS(share)));
        if (_holdA > 0 && _level > _holdA * (1 - most) && _level < _holdA * (1 + Math.Max(most, 0.3f))) return;
        (_holdA, _holdS) = (_level, 0);
    }

    /// <summary>s; a time constant that is slow for this charge: what a taper had so far is known from the plateau and from how long it took.</summary>
    private readonly float SlowS(float share) => Math.Max(2 * (float)TrickleFinder.SlowTauS, (_lastMs - _sinceMs) / 1000f * 3 / MathF.Log(1 / share));

    private void Turn(ChargePhase phase, long sinceMs)
    {
        if (phase == _phase) return;
        (_phase, _sinceMs) = (phase, sinceMs);
    }
}
