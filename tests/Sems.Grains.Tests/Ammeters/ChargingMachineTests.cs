using Sems.GrainInterfaces;
using Sems.Grains.Ammeters;
using Sems.Grains.Rules;
using static Sems.Grains.Tests.Ammeters.MachineStates;

namespace Sems.Grains.Tests.Ammeters;

public sealed class ChargingMachineTests
{
    [Theory]
    [InlineData("idle", ControlLevel.Release)]
    [InlineData("charging", ControlLevel.On)]
    [InlineData("low", ControlLevel.On)]
    [InlineData("paused", ControlLevel.Off)]
    [InlineData("locked", ControlLevel.Lock)]
    [InlineData("locked session", ControlLevel.Lock)]
    public void A_poll_is_answered_by_the_switch(string state, ControlLevel level) => Assert.Equal(level, Named(state).Level);

    [Theory]
    [InlineData("idle", Refusal.None)]
    [InlineData("charging", Refusal.AmmeterInUse)]
    [InlineData("low", Refusal.AmmeterInUse)]
    [InlineData("paused", Refusal.AmmeterInUse)]
    [InlineData("locked", Refusal.AmmeterLocked)]
    [InlineData("locked session", Refusal.AmmeterInUse)]
    public void A_session_begins_only_on_a_free_meter(string state, Refusal refusal)
    {
        Assert.Equal(refusal, ChargingMachine.MayStart(Named(state)));
        var decision = ChargingMachine.Start(Intended(Named(state)));
        Assert.Equal(refusal, decision.Refusal);
        Assert.Equal(refusal == Refusal.None, decision.Next?.Session is not null);
    }

    [Theory]
    [InlineData("idle", ControlAction.On, Refusal.NoSession, SwitchState.Idle)]
    [InlineData("idle", ControlAction.Off, Refusal.NoSession, SwitchState.Idle)]
    [InlineData("idle", ControlAction.Release, Refusal.None, SwitchState.Idle)]
    [InlineData("idle", ControlAction.Lock, Refusal.None, SwitchState.Locked)]
    [InlineData("idle", ControlAction.Unlock, Refusal.None, SwitchState.Idle)]
    [InlineData("charging", ControlAction.On, Refusal.None, SwitchState.Charging)]
    [InlineData("charging", ControlAction.Off, Refusal.None, SwitchState.Paused)]
    [InlineData("charging", ControlAction.Lock, Refusal.None, SwitchState.Locked)]
    [InlineData("charging", ControlAction.Unlock, Refusal.None, SwitchState.Charging)]
    [InlineData("low", ControlAction.Off, Refusal.None, SwitchState.Paused)]
    [InlineData("low", ControlAction.On, Refusal.None, SwitchState.Low)]
    [InlineData("paused", ControlAction.On, Refusal.None, SwitchState.Charging)]
    [InlineData("paused", ControlAction.Off, Refusal.None, SwitchState.Paused)]
    [InlineData("paused", ControlAction.Lock, Refusal.None, SwitchState.Locked)]
    [InlineData("locked", ControlAction.On, Refusal.AmmeterLocked, SwitchState.Locked)]
    [InlineData("locked", ControlAction.Off, Refusal.AmmeterLocked, SwitchState.Locked)]
    [InlineData("locked", ControlAction.Release, Refusal.AmmeterLocked, SwitchState.Locked)]
    [InlineData("locked", ControlAction.Lock, Refusal.None, SwitchState.Locked)]
    [InlineData("locked", ControlAction.Unlock, Refusal.None, SwitchState.Idle)]
    [InlineData("locked session", ControlAction.Unlock, Refusal.None, SwitchState.Charging)]
    [InlineData("locked session", ControlAction.On, Refusal.AmmeterLocked, SwitchState.Locked)]
    public void A_command_moves_the_switch_or_is_refused(string state, ControlAction action, Refusal refusal, SwitchState target)
    {
        var before = Named(state);
        var decision = ChargingMachine.Control(before, action, Now, "op");
        Assert.Equal(refusal, decision.Refusal);
        Assert.Equal(target, (decision.Next ?? before).Switch);
        Assert.Equal(target != before.Switch, decision.Next is not null);
        if (decision.Next is not { } next) return;
        Assert.True(next.Version > before.Version);
        Assert.Equal(new ControlCommand(next.Version, next.Level, Now, "op"), next.Pending);
        Assert.Contains(next.Effects, e => e.Kind == EffectKind.GroupReport);
        Assert.Equal(before.Session is not null, next.Effects.Any(e => e.Kind == EffectKind.LedgerStatus));
    }

    [Fact]
    public void A_pause_after_full_goes_back_to_full() => Assert.Equal(SwitchState.Low, Do(Do(Low, ControlAction.Off), ControlAction.On).Switch);

    [Theory]
    [InlineData("charging")]
    [InlineData("low")]
    [InlineData("paused")]
    public void An_end_frees_the_meter_and_bills_once(string state)
    {
        var next = ChargingMachine.End(Named(state), Closing(), "{}").Next!;
        Assert.Equal(SwitchState.Idle, next.Switch);
        Assert.Null(next.Session);
        Assert.Equal(new Fen(50), next.Last!.Money);
        Assert.Equal([EffectKind.StudentClose, EffectKind.GroupReport, EffectKind.Push, EffectKind.LedgerClose], next.Effects.Select(e => e.Kind));
        Assert.Equal(Refusal.NoSession, ChargingMachine.End(next, Closing(), "{}").Refusal);
    }

    [Fact]
    public void An_end_on_a_locked_meter_leaves_it_locked_and_an_unlock_then_frees_it()
    {
        var next = ChargingMachine.End(LockedCharging, Closing(), "{}").Next!;
        Assert.Equal(SwitchState.Locked, next.Switch);
        Assert.Null(next.Session);
        Assert.Equal(SwitchState.Idle, Do(next, ControlAction.Unlock).Switch);
    }

    [Fact]
    public void A_release_ends_the_session_and_waits_for_the_station()
    {
        var next = ChargingMachine.Release(Charging, Closing("release"), "{}", Now, "op").Next!;
        Assert.Null(next.Session);
        Assert.Equal(ControlLevel.Release, next.Pending!.Level);
        Assert.Equal(Refusal.AmmeterLocked, ChargingMachine.Release(LockedCharging, Closing("release"), "{}", Now, "op").Refusal);
    }

    [Fact]
    public void Full_is_seen_once()
    {
        Assert.Equal(SwitchState.Low, Low.Switch);
        Assert.Equal(Now, Low.Session!.FullAt);
        Assert.Null(ChargingMachine.Found(Low, Finding(RuleSet.Full, RuleOutcome.Low, Now.AddHours(1))).Next);
        Assert.Null(ChargingMachine.Found(Idle, Finding(RuleSet.Full, RuleOutcome.Low)).Next);
    }

    [Theory]
    [InlineData("paused", 0.0, true)]
    [InlineData("paused", 0.04, true)]
    [InlineData("paused", 1.5, false)]
    [InlineData("locked session", 0.0, true)]
    [InlineData("locked session", 1.5, false)]
    [InlineData("charging", 1.5, false)] // nothing is pending
    public void A_sample_agrees_with_a_pending_command_or_not(string state, double amperes, bool agrees) =>
        Assert.Equal(agrees, ChargingMachine.Agrees(Named(state), amperes));

    [Theory]
    [InlineData(0.0, false)]
    [InlineData(1.5, true)]
    public void Power_back_on_is_obeyed_when_current_flows(double amperes, bool agrees) =>
        Assert.Equal(agrees, ChargingMachine.Agrees(Do(Paused, ControlAction.On), amperes));

    [Fact]
    public void A_full_battery_need_not_draw_current_to_obey() => Assert.True(ChargingMachine.Agrees(Do(Do(Low, ControlAction.Off), ControlAction.On), 0));

    [Fact]
    public void Obeyed_clears_what_was_pending()
    {
        Assert.Null(ChargingMachine.Obeyed(Paused).Next!.Pending);
        Assert.Null(ChargingMachine.Obeyed(Idle).Next);
    }

    [Theory]
    [InlineData("charging", RuleSet.OverCurrent, RuleOutcome.Notice, SwitchState.Charging, "Decision")]
    [InlineData("charging", RuleSet.OverCurrent, RuleOutcome.Alarm, SwitchState.Charging, "Decision AlarmRaise")]
    [InlineData("charging", RuleSet.OverCurrent, RuleOutcome.Lock, SwitchState.Locked, "LedgerStatus GroupReport Decision AlarmRaise Push")]
    [InlineData("paused", RuleSet.StrayCurrent, RuleOutcome.Lock, SwitchState.Locked, "LedgerStatus GroupReport Decision AlarmRaise Push")]
    [InlineData("locked session", RuleSet.OverCurrent, RuleOutcome.Lock, SwitchState.Locked, "Decision AlarmRaise Push")]
    [InlineData("charging", RuleSet.Full, RuleOutcome.Low, SwitchState.Low, "LedgerStatus GroupReport Decision Push")]
    [InlineData("low", RuleSet.Full, RuleOutcome.Low, SwitchState.Low, "")] // once
    [InlineData("low", RuleSet.Overtime, RuleOutcome.Alarm, SwitchState.Low, "Decision AlarmRaise Push")]
    [InlineData("charging", RuleSet.Overtime, RuleOutcome.Alarm, SwitchState.Charging, "")] // not full
    [InlineData("low", RuleSet.LongestCharge, RuleOutcome.Pause, SwitchState.Paused, "LedgerStatus GroupReport Decision AlarmRaise Push")]
    [InlineData("paused", RuleSet.LongestCharge, RuleOutcome.Pause, SwitchState.Paused, "")] // has no power
    [InlineData("charging", RuleSet.Silence, RuleOutcome.Alarm, SwitchState.Charging, "Decision AlarmRaise")]
    [InlineData("locked session", RuleSet.Silence, RuleOutcome.Alarm, SwitchState.Locked, "")]
    public void A_rule_moves_the_switch_and_tells_those_concerned(string state, RuleSet rule, RuleOutcome outcome, SwitchState target, string told)
    {
        var next = Found(Named(state), rule, outcome);
        Assert.Equal(target, next.Switch);
        Assert.Equal(told, string.Join(' ', next.Effects.Select(e => e.Kind)));
        Assert.Empty(Found(Settled(next), rule, outcome).Effects);
        Assert.Equal(Refusal.NoSession, ChargingMachine.Found(Idle, Finding(rule, outcome)).Refusal);
    }

    [Fact]
    public void A_cut_by_a_rule_is_pending_until_the_station_obeys_and_an_unlock_goes_back()
    {
        var locked = Found(Low, RuleSet.TailRise, RuleOutcome.Lock);
        Assert.Equal(("tail_rise", ControlLevel.Lock), (locked.Pending!.By, locked.Pending.Level));
        Assert.Equal(SwitchState.Low, Do(locked, ControlAction.Unlock).Switch);
    }

    [Fact]
    public void An_end_clears_the_sessions_own_alarms_and_bills_last()
    {
        var state = Settled(Found(Found(Found(Low, RuleSet.Overtime, RuleOutcome.Alarm), RuleSet.Silence, RuleOutcome.Alarm), RuleSet.UnderVoltage, RuleOutcome.Alarm));
        var ended = ChargingMachine.End(state, Closing(), "{}").Next!;
        Assert.Equal(["silence", "overtime"], ended.Effects.Where(e => e.Kind == EffectKind.AlarmClear).Select(e => e.Verdict!.Rule));
        Assert.Equal([5, 6], ended.Effects.Where(e => e.Kind == EffectKind.Decision).Select(e => e.Verdict!.Number));
        Assert.Equal([EffectKind.Push, EffectKind.LedgerClose], ended.Effects.TakeLast(2).Select(e => e.Kind));
    }

    [Fact]
    public void Power_given_back_after_the_longest_charge_begins_a_new_one()
    {
        var paused = Settled(Found(Low, RuleSet.LongestCharge, RuleOutcome.Pause, Now.AddHours(12)));
        var on = ChargingMachine.Control(paused, ControlAction.On, Now.AddHours(13), "op").Next!;
        Assert.False(on.Session!.Rules.Has(RuleSet.LongestCharge));
        Assert.Equal(Now.AddHours(25), LongestChargeRule.Due(on.Session.Rules, TimeSpan.FromHours(12)));
        Assert.Equal(Now.AddHours(13), OvertimeRule.Due(on.Switch, on.Session.Rules, TimeSpan.FromHours(12)));
        Assert.Contains(on.Effects, e => e is { Kind: EffectKind.AlarmClear, Verdict.Rule: "longest_charge" });
    }
}
