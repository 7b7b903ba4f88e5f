using Sems.Analysis.Anomalies;
using Sems.Analysis.Danger;
using Sems.Grains.Ammeters;
using Sems.Grains.Settings;
using Sems.Storage.Curves;

namespace Sems.Grains.Rules;

/// <summary>The rules that samples tell, each with its few bytes of state. It changes in place; the samples themselves bring it back.</summary>
internal struct SampleWatch
{
    private Episode _overCurrent, _overVoltage, _underVoltage, _overPower, _strayCurrent, _tailRise;
    private TailLevel _tail;
    private DangerWatch _danger;
    private bool _stuck;

    /// <summary>What compares the charge with itself and with the usual.</summary>
    public readonly DangerWatch Danger => _danger;

    /// <summary>What is wrong by now.</summary>
    public readonly RuleSet Wrong =>
        Of(_overCurrent, RuleSet.OverCurrent) | Of(_overVoltage, RuleSet.OverVoltage) | Of(_underVoltage, RuleSet.UnderVoltage) |
        Of(_overPower, RuleSet.OverPower) | Of(_strayCurrent, RuleSet.StrayCurrent) | Of(_tailRise, RuleSet.TailRise) | WrongDanger;

    /// <summary>Takes a sample that is not late.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="full">The battery was seen full before.</param>
    /// <param name="energyWh">The session's energy before it, Wh; null where the counter errs.</param>
    /// <param name="usual">What is usual of the battery, or null.</param>
    /// <param name="rules">The limits.</param>
    public void Take(in Sample sample, bool full, double? energyWh, ChargeUsual? usual, RuleSettings rules)
    {
        _danger.Take(sample.Point(), energyWh, usual, DangerRules.LimitsOf(rules));
        _stuck |= _danger.Signs.HasFlag(DangerSigns.CounterStuck);
        var off = sample.Marks.HasFlag(SampleMarks.SwitchedOff);
        _overCurrent = Next(_overCurrent, Limits.OverCurrent(sample.CurrentA, rules.OverCurrent.Limit), rules.OverCurrent);
        _overVoltage = Next(_overVoltage, Limits.OverVoltage(sample.VoltageV, rules.OverVoltage.Limit), rules.OverVoltage);
        _underVoltage = Next(_underVoltage, Limits.UnderVoltage(sample.VoltageV, rules.UnderVoltage.Limit), rules.UnderVoltage);
        var overPower = Limits.OverPower(sample.PowerW, sample.CurrentA, sample.VoltageV, rules.OverPower.Limit);
        _overPower = Next(_overPower, overPower, rules.OverPower);
        _strayCurrent = Next(_strayCurrent, Limits.StrayCurrent(sample.CurrentA, off, rules.StrayCurrent.Limit), rules.StrayCurrent);

        if (!full) return;
        if (off)
        {
            _tail = default;
            return;
        }
        _tailRise = Next(_tailRise, _tail.Risen(sample.CurrentA, rules.TailRise.Limit), rules.TailRise);
        _tail = _tail.Next(sample.CurrentA, rules.TailRise.Samples);
    }

    /// <summary>A tail that rises so far that it has a rule of its own is told by that; a counter that stood still did so once for all.</summary>
    private readonly RuleSet WrongDanger =>
        (DangerRules.Of(_danger.Signs) & ~(_tailRise.IsOpen ? RuleSet.TaperRise | RuleSet.CurrentSurge : RuleSet.None)) | (_stuck ? RuleSet.EnergyStuck : RuleSet.None);

    private static Episode Next(Episode episode, bool? wrong, LimitRule rule) => episode.Next(wrong, rule.Samples);

    private static RuleSet Of(Episode episode, RuleSet rule) => episode.IsOpen ? rule : RuleSet.None;
}
