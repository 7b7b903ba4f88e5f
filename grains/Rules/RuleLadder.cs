using Sems.GrainInterfaces;
using Sems.Grains.Ammeters;
using Sems.Grains.Settings;

namespace Sems.Grains.Rules;

/// <summary>
/// The rules of an open session, one after the other: state and evidence in, next state out. Costs nothing while nothing is found, for
/// it is asked with every sample.
/// </summary>
internal static class RuleLadder
{
    /// <summary>The state after everything that is due was decided; null when nothing is.</summary>
    public static AmmeterState? Judge(AmmeterState state, in Evidence evidence)
    {
        if (state.Session is not { } session) return null;
        var next = state;
        if (evidence.Progress.IsFull && session.FullAt is null) next = Found(next, RuleSet.Full, RuleOutcome.Low, evidence);
        next = JudgeSamples(next, evidence);
        if (evidence.Heard && session.Rules.Has(RuleSet.Silence)) next = Over(next, RuleSet.Silence, evidence);
        foreach (var rule in TimeRules)
            if (Due(next, rule, evidence) <= evidence.Now) next = Found(next, rule, rule == RuleSet.LongestCharge ? RuleOutcome.Pause : RuleOutcome.Alarm, evidence);
        return ReferenceEquals(next, state) ? null : next;
    }

    /// <summary>When to look again: when the next rule of time fires, if nothing happens before; null for no need while the switch stays off.</summary>
    public static DateTimeOffset? NextDue(AmmeterState state, in Evidence evidence)
    {
        // One sample ends a silence, and the next may begin at once.
        DateTimeOffset? first = state.Session is { } session && session.Rules.Has(RuleSet.Silence) ? evidence.Now + evidence.Settings.Rules.SilenceAfter : null;
        foreach (var rule in TimeRules)
            if (Due(state, rule, evidence) is { } due && !(due >= first)) first = due;
        return first;
    }

    private static ReadOnlySpan<RuleSet> TimeRules => [RuleSet.Silence, RuleSet.Overtime, RuleSet.LongestCharge];

    private static DateTimeOffset? Due(AmmeterState state, RuleSet rule, in Evidence evidence)
    {
        if (state.Session is not { } session) return null;
        var rules = evidence.Settings.Rules;
        return rule switch
        {
            RuleSet.Silence => SilenceRule.Due(session.Rules, evidence.HeardAt, evidence.ListeningSince, rules.SilenceAfter),
            RuleSet.Overtime => OvertimeRule.Due(state.Switch, session.Rules, rules.OvertimeAfter),
            _ => LongestChargeRule.Due(session.Rules, rules.LongestCharge),
        };
    }

    private static AmmeterState JudgeSamples(AmmeterState state, in Evidence evidence)
    {
        var open = state.Session!.Rules.Open & RuleNames.OfSamples;
        var wrong = evidence.Progress.Wrong;
        if (open == wrong) return state;
        foreach (var rule in RuleNames.Each(wrong & ~open)) state = Found(state, rule, Outcome(rule, evidence.Settings.Rules), evidence);
        foreach (var rule in RuleNames.Each(open & ~wrong & ~Withheld(state))) state = Over(state, rule, evidence);
        return state;
    }

    /// <summary>A meter that was locked reads normal because it has no power: that says nothing before somebody unlocks it.</summary>
    private static RuleSet Withheld(AmmeterState state) =>
        state.Switch == SwitchState.Locked ? RuleNames.OfSamples & ~RuleSet.StrayCurrent : RuleSet.None;

    /// <summary>An odd counter is no danger: it never locks.</summary>
    private static RuleOutcome Outcome(RuleSet rule, RuleSettings rules) => (rule & RuleNames.OfEnergy) == 0
        ? RuleOutcomes.Of(LimitOf(rule, rules).Action)
        : rules.EnergyCounter == RuleAction.Notice ? RuleOutcome.Notice : RuleOutcome.Alarm;

    /// <summary>The limit of a rule of samples.</summary>
    internal static LimitRule LimitOf(RuleSet rule, RuleSettings rules) => rule switch
    {
        RuleSet.OverCurrent => rules.OverCurrent,
        RuleSet.OverVoltage => rules.OverVoltage,
        RuleSet.UnderVoltage => rules.UnderVoltage,
        RuleSet.OverPower => rules.OverPower,
        RuleSet.StrayCurrent => rules.StrayCurrent,
        RuleSet.TailRise => rules.TailRise,
        RuleSet.CurrentSurge => rules.CurrentSurge,
        RuleSet.TaperRise => rules.TaperRise,
        RuleSet.Oscillation => rules.Oscillation,
        RuleSet.CurrentCreep => rules.CurrentCreep,
        RuleSet.RepeatedSpikes => rules.RepeatedSpikes,
        RuleSet.NoTaper => rules.NoTaper,
        RuleSet.OverEnergy => rules.OverEnergy,
        RuleSet.UnlikeUsual => rules.UnlikeUsual,
        RuleSet.PoorContact => rules.PoorContact,
        RuleSet.HighTail => rules.HighTail,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "no rule with a limit"),
    };

    private static AmmeterState Found(AmmeterState state, RuleSet rule, RuleOutcome outcome, in Evidence evidence) =>
        ChargingMachine.Found(state, FindingMaker.Found(state, rule, outcome, evidence)).Next ?? state;

    private static AmmeterState Over(AmmeterState state, RuleSet rule, in Evidence evidence) =>
        ChargingMachine.Over(state, FindingMaker.Over(rule, evidence)).Next ?? state;
}
