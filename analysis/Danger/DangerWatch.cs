using System.Runtime.InteropServices;
using Sems.Analysis.Anomalies;
using Sems.Analysis.Charging;

namespace Sems.Analysis.Danger;

/// <summary>
/// Watches a charge reading by reading for what endangers it beside plain limits. Constant memory, no allocation; it changes in place, and the readings
/// themselves bring it back. It compares a charge with itself, and with <see cref="ChargeUsual"/> where that is known.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct DangerWatch
{
    /// <summary>A; what changes by less is no step: meters and stations round.</summary>
    public const float LeastStepA = 0.15f;

    /// <summary>A; no socket carries more for as long as a reading takes: it was misread.</summary>
    public const float MostA = 50;

    /// <summary>A; a tail below is no high one, whatever the charge began with.</summary>
    public const float LeastHighA = 0.2f;

    /// <summary>s; after a longer gap a new stretch begins.</summary>
    public const float GapS = 300;

    /// <summary>s of flow after which a level is held against others.</summary>
    private const float EstablishedS = 60;

    private const float LongS = 300;
    private const float EarlyS = 600;

    /// <summary>Chargers wake a flat battery with a small current first, for up to so many s, and then give so many times as much.</summary>
    private const float WakingS = 900;
    private const float WakingRatio = 4;

    /// <summary>A share more: without its voltage, the mains' own drift is in the current.</summary>
    private const float UnknownVoltageShare = 0.15f;

    private const float TypicalPowerFactor = 0.6f;
    private const float LongestStepS = 60;

    /// <summary>A counter that counts more than so many times what is drawn counts in another unit, or leapt.</summary>
    private const float MostCounted = 1.9f;

    /// <summary>Without a power factor, what is drawn is known no better.</summary>
    private const float LeastDrawn = 0.75f;
    private const float CellShare = 1.012f;
    private const float MostCellV = 4.26f;
    private const float OneCellV = 5;
    private const float TauTimes = 3;

    /// <summary>Tenths of a second, without the years: a uint goes round every thirteen of them, and only differences count.</summary>
    private uint _at;
    private FlowTrace _flow;
    private TaperTrace _taper;
    private SwingCounter _swings;
    private VoltageTrace _voltage;
    private CounterTrace _counter;
    private float _drawnWh;
    private Half _spikes;
    private ushort _earlyMa, _ownMa, _lasting;
    private Row _surge, _rise, _creep, _drop, _noTaper, _sag, _cell, _energy, _unlike;

    /// <summary>What is wrong by now.</summary>
    public readonly DangerSigns Signs =>
        (DangerSigns)_lasting | Of(_surge, DangerSigns.Surge) | Of(_rise, DangerSigns.TaperRise) | Of(_creep, DangerSigns.Creep) | Of(_drop, DangerSigns.SuddenDrop) |
        Of(_sag, DangerSigns.PoorContact) | Of(_cell, DangerSigns.CellOverVoltage);

    /// <summary>The charge's own constant current, A; 0 before it is known.</summary>
    public readonly double PlateauA => _flow.PlateauA;

    /// <summary>The level the current holds, A; 0 before it is known.</summary>
    public readonly double LevelA => _flow.LevelA;

    /// <summary>The lowest the falling current was, A; 0 before it fell.</summary>
    public readonly double LowestA => _taper.LowestA;

    /// <summary>The current has fallen from its plateau.</summary>
    public readonly bool IsTapering => _taper.IsTapering;

    /// <summary>The slow mean of the mains, or what the battery is held at, V; 0 when no voltage was sent.</summary>
    public readonly double ReferenceV => _voltage.ReferenceV;

    /// <summary>The voltage is a battery's.</summary>
    public readonly bool IsBattery => _voltage.IsBattery;

    /// <summary>s for which the current has held one level though it should fall.</summary>
    public readonly double HeldSeconds => _taper.HeldS;

    /// <summary>The level after ten minutes, at 220 V where the voltage is known, A; 0 before.</summary>
    public readonly double EarlyA => Packed.Amperes(_earlyMa);

    /// <summary>The time constant of the taper, s; 0 before it is known.</summary>
    public readonly double TaperTauS => _taper.TauS;

    /// <summary>Wh that must have flowed since the counter last moved.</summary>
    public readonly double UncountedWh => _counter.MissingWh;

    /// <summary>Takes the next reading. One that is not later than the last says nothing.</summary>
    /// <param name="point">The reading.</param>
    /// <param name="energyWh">The session's energy so far, Wh; null when not known, or when the counter errs: then what is drawn is worked out here.</param>
    /// <param name="usual">What is usual of the battery; null when not known.</param>
    /// <param name="limits">When to speak.</param>
    public void Take(in CurvePoint point, double? energyWh, ChargeUsual? usual, DangerLimits limits)
    {
        var at = (uint)(point.AtMs / 100);
        var since = _at == 0 ? 0 : (int)(at - _at) / 10f;
        if ((_at != 0 && since <= 0) || !(point.CurrentA <= MostA)) return;
        _at = at;
        var seconds = Math.Min(since, GapS);
        _swings.Forget(seconds);
        _spikes = SwingCounter.Forgotten(_spikes, seconds);
        var a = (float)point.CurrentA;
        if (!point.Powered || since > GapS)
        {
            Restart();
            _swings.Restart(a);
            if (!point.Powered) return;
        }
        else if (Resumes(a)) Restart();

        TakeVoltage(point, a, seconds, limits);
        JudgeTurns(a, limits);
        JudgeLevel(a, seconds, limits, usual);
        TakeEnergy(point, seconds);
        if (usual is not null) JudgeUsual(energyWh, usual, limits);
    }

    /// <summary>Current after none: the charger begins anew. One odd zero is no pause, but in a taper it may have been one.</summary>
    private readonly bool Resumes(float a) =>
        a >= FlowTrace.ZeroA && _flow.FlowS > 0
        && (_flow.Stillness >= (_taper.IsTapering ? 1 : 2) * FlowTrace.Nothing || (_drop.IsOpen && a >= TaperTrace.BeginShare / 2 * _flow.PlateauA));

    private void Restart()
    {
        if (_flow.PlateauA > 0) _ownMa = Packed.Milli(_flow.PlateauA);
        (_flow, _taper, _earlyMa) = (default, default, 0);
        (_surge, _rise, _creep, _drop, _noTaper) = (default, default, default, default, default);
        Last(DangerSigns.HighTail, false, ends: true);
    }

    private void JudgeTurns(float a, DangerLimits limits)
    {
        // The reading before: whether it is a spike is seen by the one after it.
        var (before, last, plateau) = (_flow.BeforeA, _flow.LastA, _flow.PlateauA);
        var own = Math.Max(plateau, Packed.Amperes(_ownMa));
        var spike = plateau > 0 && _flow.FlowS >= EstablishedS && last - plateau >= LeastStepA
            && last >= (1 + (float)limits.Spikes.Limit) * Math.Max(plateau, Math.Max(before, a));
        if (spike) _spikes = (Half)((float)_spikes + 1);
        else if (_flow.FlowS > 0) _swings.Take(last, Math.Max(LeastStepA, (float)limits.Oscillation.Limit * own), own > 0, last - before);
        Last(DangerSigns.Spikes, (float)_spikes >= limits.Spikes.Samples - 0.3f, (float)_spikes < limits.Spikes.Samples / 2f);
        Last(DangerSigns.Oscillation, _swings.Count >= limits.Oscillation.Samples - 0.5f, _swings.Count < limits.Oscillation.Samples / 2f);
    }

    private void JudgeLevel(float a, float seconds, DangerLimits limits, ChargeUsual? usual)
    {
        var plateau = _flow.PlateauA;
        var known = plateau > 0 && _flow.FlowS >= EstablishedS;
        var surges = known && a - plateau >= 2 * LeastStepA && a >= (1 + (float)limits.Surge.Limit) * plateau;
        if (surges && _surge.Count + 1 >= limits.Surge.Samples && IsWaking(a, usual))
        {
            Restart();
            return;
        }
        _surge.Take(known ? surges : null, limits.Surge.Samples);

        var rises = _taper.LowestA > 0 && a >= _taper.LowestA + Math.Max(LeastStepA, (float)limits.TaperRise.Limit * plateau);
        _rise.Take(_taper.LowestA > 0 ? rises : null, limits.TaperRise.Samples);
        var median = _flow.Median(a);
        _flow.Take(a, median, seconds, hold: surges || _surge.IsOpen);
        if (a >= FlowTrace.ZeroA && _taper.Take(_flow, median, seconds, rises || _rise.IsOpen)) JudgeTaper(usual);

        var fell = known && _flow.FlowS >= LongS && !_taper.IsTapering && a < (float)limits.SuddenDrop.Limit * plateau;
        _drop.Take(fell, limits.SuddenDrop.Samples);
        var tapers = usual is { Charges: >= ChargeUsual.Enough, TaperShare: >= 0.9 };
        _noTaper.Take(tapers && fell && a >= FlowTrace.StandbyA, limits.NoTaper.Samples);
        if (_noTaper.IsOpen) Last(DangerSigns.NoTaper, begins: true, ends: false);
        Last(DangerSigns.HighTail, _taper.HeldS >= TaperTrace.HoldS && _flow.LevelA >= Math.Max(LeastHighA, limits.HighTail.Limit * Math.Max(plateau, Packed.Amperes(_ownMa))), _taper.HeldS == 0);
        JudgeCreep(limits, median);
    }

    /// <summary>A flat battery is woken with a small current; what follows is the constant one.</summary>
    private readonly bool IsWaking(float a, ChargeUsual? usual) =>
        _flow.FlowS < WakingS && !_taper.IsTapering
        && (usual?.PlateauHighA is { } high ? a <= high * 1.3 && _flow.PlateauA < high / 2 : a >= WakingRatio * _flow.PlateauA);

    private void JudgeCreep(DangerLimits limits, float median)
    {
        if (_taper.IsTapering || _flow.FlowS < EarlyS || _flow.Stillness > 0) return;
        var at220 = _voltage.IsMains ? _flow.LevelA * _voltage.ReferenceV / (float)Limits.MainsV : _flow.LevelA;
        if (_earlyMa == 0) _earlyMa = Packed.Milli(at220);
        var early = Packed.Amperes(_earlyMa);
        var share = (float)limits.Creep.Limit + (_voltage.ReferenceV > 0 ? 0 : UnknownVoltageShare);
        var now = at220 * median / _flow.LevelA; // the level itself comes two minutes later
        _creep.Take(now >= (1 + share) * early && now - early >= LeastStepA, limits.Creep.Samples);
    }

    private void TakeVoltage(in CurvePoint point, float a, float seconds, DangerLimits limits)
    {
        if (point.VoltageV is not >= Limits.LeastVoltageV) return;
        var v = (float)point.VoltageV.Value;
        if (v < VoltageTrace.LeastMainsV)
        {
            if (_voltage.IsMains || a < FlowTrace.ZeroA) return;
            var high = (_taper.IsTapering && v >= CellShare * _voltage.ReferenceV) || v is >= MostCellV and < OneCellV;
            _cell.Take(high, limits.Surge.Samples);
            _voltage.TakeBattery(v, _taper.IsTapering);
            return;
        }
        var flows = a >= FlowTrace.ZeroA && a >= _flow.PlateauA / 2;
        var sags = flows && _flow.FlowS >= EstablishedS && v < _voltage.ReferenceV - (float)limits.PoorContact.Limit;
        _sag.Take(flows ? sags || _voltage.Evidence >= limits.PoorContact.Samples : null, limits.PoorContact.Samples);
        _voltage.TakeMains(v, a - _flow.LastA, seconds, sags);
    }

    private void TakeEnergy(in CurvePoint point, float seconds)
    {
        var volts = _voltage.ReferenceV > 0 ? _voltage.ReferenceV : (float)Limits.MainsV;
        var watts = point.PowerW is { } power ? (float)power : (float)point.CurrentA * volts * (_voltage.IsBattery ? 1 : TypicalPowerFactor);
        var wh = watts * Math.Min(seconds, LongestStepS) / 3600;
        _drawnWh += wh;
        if (point.CounterKwh is not { } kwh) return;
        _counter.Take(kwh, wh);
        Last(DangerSigns.CounterStuck, _counter.IsStuck, !_counter.IsStuck);
    }

    /// <summary>The energy as counted, where the counter counts about what is drawn; else at least what is drawn.</summary>
    private readonly double Believed(double? countedWh) =>
        countedWh is { } wh && wh < MostCounted * _drawnWh ? wh : _drawnWh * LeastDrawn;

    private void JudgeUsual(double? energyWh, ChargeUsual usual, DangerLimits limits)
    {
        if (usual.MostPlausibleWh(limits.OverEnergy.Limit) is { } most)
        {
            var wh = Believed(energyWh);
            _energy.Take(wh > most, limits.OverEnergy.Samples);
            if (_energy.IsOpen) Last(DangerSigns.OverEnergy, begins: true, ends: false);
            var tapers = usual is { Charges: >= ChargeUsual.Enough, TaperShare: >= 0.9 };
            if (tapers && _flow.FlowS >= LongS && !_taper.IsTapering && wh > usual.MostPlausibleWh(limits.NoTaper.Limit)) Last(DangerSigns.NoTaper, begins: true, ends: false);
        }
        if (usual.Charges < ChargeUsual.Enough) return;
        var high = usual.PlateauHighA ?? usual.PlateauA;
        if (high is { } usually && _flow.FlowS >= LongS && _flow.LevelA > (1 + limits.UnlikeUsual.Limit) * usually && _flow.LevelA - usually >= 2 * LeastStepA)
            _unlike.Take(true, limits.UnlikeUsual.Samples);
        if (_unlike.IsOpen) Last(DangerSigns.UnlikeUsual, begins: true, ends: false);
    }

    /// <summary>The taper's time constant is known: is it the usual one?</summary>
    private void JudgeTaper(ChargeUsual? usual)
    {
        if (usual is { Charges: >= ChargeUsual.Enough, TaperTauS: { } tau } && (_taper.TauS > TauTimes * tau || _taper.TauS < tau / TauTimes))
            Last(DangerSigns.UnlikeUsual, begins: true, ends: false);
    }

    private void Last(DangerSigns sign, bool begins, bool ends)
    {
        if (begins) _lasting |= (ushort)sign;
        else if (ends) _lasting &= (ushort)~sign;
    }

    private static DangerSigns Of(Row row, DangerSigns sign) => row.IsOpen ? sign : DangerSigns.None;
}
