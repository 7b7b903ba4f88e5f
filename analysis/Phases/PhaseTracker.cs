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

    /// <summary>A level that rose by more is another.</summary>
    private const float MostRise = 0.3f;

    private const float NoiseWeight = 0.05f;

    private const float ShortestS = PhaseFinder.ShortestMs / 1000f;
    private const float TrickleS = 1200, SureS = 3600;
    private const float StepShare = (float)FlowFinder.StepShare;

    private const byte PhaseBits = 7, BegunBit = 8, SureBit = 16, BatteryBit = 32;
    private const int ZerosShift = 6;

    // Half the precision is enough for what is compared by shares of a hundredth: the state of a session must stay small.
    private long _lastMs;
    private float _sinceS, _turnS, _holdS, _plateau, _level;
    private Half _before, _last, _noise, _turnA, _holdA;
    private byte _flows, _state;

    /// <summary>What the battery is doing; <see cref="ChargePhase.Idle"/> before the first reading.</summary>
    public readonly ChargePhase Phase => Has(BegunBit) ? (ChargePhase)(_state & PhaseBits) : ChargePhase.Idle;

    /// <summary>Since when, as far as it knows now: it may lie before the reading at which it was sure. Unix ms, to a second.</summary>
    public readonly long SinceMs => _lastMs - (long)Math.Round(_sinceS * 1000d);

    /// <summary>The last reading's time, Unix ms; 0 before the first.</summary>
    public readonly long LastMs => _lastMs;

    /// <summary>The constant current, A; 0 before it is known.</summary>
    public readonly double PlateauA => _plateau;

    /// <summary>How sure the phase is, 0 to 1: more with every minute it lasts.</summary>
    public readonly double Confidence
    {
        get
        {
            var most = Phase == ChargePhase.Interrupted ? 0.7 : 0.95;
            return Math.Round(most - ((most - 0.5) * 60 / (60 + _sinceS)), 3);
        }
    }

    /// <summary>Takes the next reading; a repeated or late one, and what is no number, are left out.</summary>
    public void Take(in CurvePoint point)
    {
        if (point.AtMs <= _lastMs || !double.IsFinite(point.CurrentA)) return;
        var seconds = Has(BegunBit) ? (point.AtMs - _lastMs) / 1000f : 0;
        if (!Has(BegunBit)) _state = (byte)ChargePhase.Idle | BegunBit;
        _lastMs = point.AtMs;
        _sinceS += seconds;
        _turnS += seconds;
        var a = (float)point.CurrentA;
        if (point.VoltageV is > 0 and var volts)
        {
            Set(BatteryBit, ChargeSides.Of(volts) == ChargeSide.Battery);
            if (volts >= ChargeSides.LeastMainsV) a *= (float)(volts / ChargeSignal.NominalMainsV);
        }

        if (seconds > GapS) (_flows, Zeros, _holdS, _holdA) = (Math.Min(_flows, (byte)1), 0, 0, (Half)0);
        if (IsNothing(a)) Stops(point.Powered);
        else Flows(a, seconds);
    }

    /// <summary>Of the plateau; the current has left it when it is lower by this.</summary>
    private readonly float Left => Math.Max(IsMains ? MainsLeft : BatteryLeft, 3 * (float)_noise / Math.Max(_plateau, 1e-3f));

    private readonly bool IsMains => !Has(BatteryBit);

    /// <summary>Readings without current in a row, two at most.</summary>
    private int Zeros
    {
        readonly get => _state >> ZerosShift;
        set => _state = (byte)((_state & ~(3 << ZerosShift)) | (value << ZerosShift));
    }

    private readonly bool IsCharging => Phase is ChargePhase.ConstantCurrent or ChargePhase.Taper or ChargePhase.Trickle;

    private readonly bool IsNothing(float a)
    {
        if (!IsCharging) return a < BeginA;
        var floor = Math.Max((float)ChargeSignal.NothingA, _plateau * (float)ChargeSignal.NothingShare);
        return (a < floor && (a < floor / 2 || _level < 1.5f * floor)) || (IsMains && a < Math.Min(BeginA, _plateau / 10) && a < StepShare * _level);
    }

    private void Stops(bool powered)
    {
        if (Zeros == 0) _turnS = 0;
        Zeros = Math.Min(2, Zeros + 1);
        if (Zeros < 2) return; // a single one is an odd reading
        _flows = 0;
        if (!IsCharging) return;
        var early = Phase == ChargePhase.ConstantCurrent || _level > EarlyShare * _plateau || (!powered && Phase == ChargePhase.Taper);
        Turn(!Has(SureBit) ? ChargePhase.Idle : early ? ChargePhase.Interrupted : ChargePhase.ZeroCurrent, _turnS);
        if (!Has(SureBit)) _plateau = 0;
    }

    private void Flows(float a, float seconds)
    {
        var (last, noise) = ((float)_last, (float)_noise);
        var median = _flows switch { 0 => a, 1 => Math.Min(a, last), _ => Math.Max(Math.Min(a, last), Math.Min(Math.Max(a, last), (float)_before)) };
        if (_flows > 0) _noise = (Half)(noise + ((Math.Min(Math.Abs(a - last), (4 * noise) + (0.002f * _plateau)) - noise) * NoiseWeight));
        (_before, _last) = (_last, (Half)a);
        if (_flows < byte.MaxValue) _flows++;
        Zeros = 0;
        _level = _flows <= 3 ? median : _level + ((median - _level) * Math.Min(1, seconds / LevelS));
        Hold(seconds);
        if (!IsCharging) Begin(median);
        else if (Phase == ChargePhase.ConstantCurrent) Constant(median, seconds);
        else Fallen(median);
    }

    /// <summary>Something flows (again).</summary>
    private void Begin(float median)
    {
        if (_flows == 1) _turnS = 0;
        var first = _plateau == 0;
        if (!first && _flows < 2) return;
        if (first || median >= (float)PhaseFinder.ConstantShare * _plateau) _plateau = Math.Max(_plateau, median);
        Turn(median >= (float)PhaseFinder.ConstantShare * _plateau ? ChargePhase.ConstantCurrent : ChargePhase.Taper, _turnS);
        _turnA = (Half)0;
    }

    private void Constant(float median, float seconds)
    {
        if (!Has(SureBit))
        {
            _plateau = median;
            Set(SureBit, _flows > 3);
        }
        else if (median > _plateau) _plateau += (median - _plateau) * 0.5f;
        var left = Left;
        var fallen = 1 - (median / _plateau);
        if (fallen < left)
        {
            _turnA = (Half)0;
            if (fallen < left / 2) _turnS = 0;
            _plateau += (median - _plateau) * Math.Min(1, seconds / DriftS);
            return;
        }

        if (_turnA == (Half)0) _turnA = (Half)median;
        var goesOn = median < (float)_turnA - (left / 2 * _plateau);
        var isLow = fallen > 1 - (float)PhaseFinder.ConstantShare && _turnS >= ShortestS;
        if ((!goesOn || fallen >= 1 - (float)PhaseFinder.ConstantShare) && !isLow) return;
        Turn(ChargePhase.Taper, _turnS);
        (_turnS, _holdA, _holdS) = (0, (Half)_level, 0);
    }

    /// <summary>Below the plateau: does it hold, and where; or is it back?</summary>
    private void Fallen(float median)
    {
        var share = _level / _plateau;
        if (share < 1 - (Left / 2)) _turnS = 0;
        var isBack = _turnS >= ShortestS;
        var isSteady = share > (float)TrickleFinder.MostSureShare && _holdS >= SteadyS;
        if (isBack || isSteady)
        {
            Turn(ChargePhase.ConstantCurrent, isBack ? _turnS : _holdS);
            (_plateau, _turnA, _turnS) = (Math.Max(isBack ? _plateau : 0, median), (Half)0, 0);
        }
        else if (Phase == ChargePhase.Taper && share < (float)TrickleFinder.MostSureShare && _holdS >= NeededS(share)) Turn(ChargePhase.Trickle, _holdS);
        else if (Phase == ChargePhase.Trickle && share > (float)TrickleFinder.MostSureShare) Turn(ChargePhase.Taper, 0);
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
        var held = (float)_holdA;
        if (held > 0 && _level > held * (1 - most) && _level < held * (1 + Math.Max(most, MostRise))) return;
        (_holdA, _holdS) = ((Half)_level, 0);
    }

    /// <summary>s; a time constant that is slow for this charge: what a taper had so far is known from the plateau and from how long it took.</summary>
    private readonly float SlowS(float share) => Math.Max(2 * (float)TrickleFinder.SlowTauS, _sinceS * 3 / MathF.Log(1 / share));

    private void Turn(ChargePhase phase, float ageS)
    {
        if (phase == Phase) return;
        _state = (byte)((_state & ~PhaseBits) | (byte)phase);
        _sinceS = ageS;
    }

    private readonly bool Has(byte bit) => (_state & bit) != 0;

    private void Set(byte bit, bool isSet) => _state = (byte)(isSet ? _state | bit : _state & ~bit);
}
