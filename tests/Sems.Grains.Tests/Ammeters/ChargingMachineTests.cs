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
}
