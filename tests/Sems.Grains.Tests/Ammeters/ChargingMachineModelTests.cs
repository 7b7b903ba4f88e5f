using FsCheck;
using FsCheck.Fluent;
using Sems.GrainInterfaces;
using Sems.Grains.Ammeters;
using Sems.Grains.Rules;

namespace Sems.Grains.Tests.Ammeters;

/// <summary>Any sequence of events leads the machine where a model made of four plain facts says.</summary>
public sealed class ChargingMachineModelTests
{
    public enum Event
    {
        Start,
        End,
        Full,
        Overtime,
        LongestCharge,
        Silence,
        Heard,
        Notice,
        Alarm,
        Lockout,
        Normal,
        On,
        Off,
        Release,
        Lock,
        Unlock,
        Obeyed,
    }

    private sealed record Model(bool Session, bool Paused, bool Full, bool Locked, RuleSet Open = RuleSet.None)
    {
        public SwitchState Switch =>
            Locked ? SwitchState.Locked : !Session ? SwitchState.Idle : Paused ? SwitchState.Paused : Full ? SwitchState.Low : SwitchState.Charging;

        public (bool Done, Model Next) On(Event what) => what switch
        {
            Event.Start => Session || Locked ? (false, this) : (true, new Model(true, false, false, false)),
            Event.End => Session ? (true, new Model(false, false, false, Locked)) : (false, this),
            Event.Full => (Session, Session ? this with { Full = true } : this),
            Event.Overtime => (Session, Switch == SwitchState.Low ? Opened(RuleSet.Overtime) : this),
            Event.LongestCharge => (Session, Powered && !Open.HasFlag(RuleSet.LongestCharge) ? Opened(RuleSet.LongestCharge) with { Paused = true } : this),
            Event.Silence => (Session, Powered ? Opened(RuleSet.Silence) : this),
            Event.Heard => (Session, Over(RuleSet.Silence)),
            Event.Notice => (Session, Session ? Opened(RuleSet.UnderVoltage) : this),
            Event.Alarm => (Session, Session ? Opened(RuleSet.OverVoltage) : this),
            Event.Lockout => (Session, Session && !Open.HasFlag(RuleSet.OverCurrent) ? Opened(RuleSet.OverCurrent) with { Locked = true } : this),
            Event.Normal => (Session, Over(RuleSet.OverCurrent)),
            Event.Lock => (true, this with { Locked = true }),
            Event.Unlock => (true, this with { Locked = false }),
            Event.Obeyed => (true, this),
            _ when Locked => (false, this),
            Event.Release => (true, new Model(false, false, false, false)),
            _ when !Session => (false, this),
            Event.Off => (true, this with { Paused = true }),
            _ => (true, Paused ? Over(RuleSet.LongestCharge) with { Paused = false } : this),
        };

        private bool Powered => Switch is SwitchState.Charging or SwitchState.Low;

        private Model Opened(RuleSet rule) => this with { Open = Open | rule };

        private Model Over(RuleSet rule) => this with { Open = Open & ~rule };
    }

    [Fact]
    public void The_machine_follows_the_model()
    {
        var events = Gen.Elements(Enum.GetValues<Event>()).ListOf().Select(list => list.ToArray()).ToArbitrary();
        Prop.ForAll(events, Follows).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));
    }

    private static bool Follows(Event[] events)
    {
        var model = new Model(false, false, false, false);
        var state = new AmmeterState();
        var bills = new List<long>();
        var decisions = new List<(long, int)>();
        for (var i = 0; i < events.Length; i++)
        {
            var before = state;
            var (done, next) = model.On(events[i]);
            var decision = Apply(state, events[i], chargeId: i + 1);
            if (done != (decision.Refusal == Refusal.None)) return false;
            if (!done && decision.Next is not null) return false;
            if (decision.Next is { } after) state = after;
            model = next;

            if (state.Switch != model.Switch || (state.Session is not null) != model.Session) return false;
            if ((state.Session?.FullAt is not null) != (model.Session && model.Full)) return false;
            if ((state.Session?.Rules.Open ?? RuleSet.None) != (model.Session ? model.Open : RuleSet.None)) return false;
            if (state.Session is { } open && open.Rules.Power.Since is not null != state.Level is ControlLevel.On) return false;
            if (state.Switch != before.Switch && state.Version <= before.Version) return false;
            if (state.Version < before.Version) return false;
            if (state.Pending is { } pending && (pending.Level != state.Level || pending.Version > state.Version)) return false;
            bills.AddRange(state.Effects.Where(e => e.Kind == EffectKind.LedgerClose).Select(e => e.ChargeId));
            if (bills.Count > 0 && state.Effects.Any(e => e.Kind == EffectKind.LedgerClose) && state.Effects[^1].Kind != EffectKind.LedgerClose) return false;
            decisions.AddRange(state.Effects.Where(e => e.Kind == EffectKind.Decision).Select(e => (e.ChargeId, e.Verdict!.Number)));
            state = MachineStates.Settled(state);
        }
        return bills.Distinct().Count() == bills.Count && decisions.Distinct().Count() == decisions.Count;
    }

    private static Decision Apply(AmmeterState state, Event what, long chargeId) => what switch
    {
        Event.Start => ChargingMachine.Start(MachineStates.Intended(state, chargeId)),
        Event.End => ChargingMachine.End(state, MachineStates.Closing(), "{}"),
        Event.Full => Found(state, RuleSet.Full, RuleOutcome.Low),
        Event.Overtime => Found(state, RuleSet.Overtime, RuleOutcome.Alarm),
        Event.LongestCharge => Found(state, RuleSet.LongestCharge, RuleOutcome.Pause),
        Event.Silence => Found(state, RuleSet.Silence, RuleOutcome.Alarm),
        Event.Heard => ChargingMachine.Over(state, MachineStates.Finding(RuleSet.Silence, RuleOutcome.Clear)),
        Event.Notice => Found(state, RuleSet.UnderVoltage, RuleOutcome.Notice),
        Event.Alarm => Found(state, RuleSet.OverVoltage, RuleOutcome.Alarm),
        Event.Lockout => Found(state, RuleSet.OverCurrent, RuleOutcome.Lock),
        Event.Normal => ChargingMachine.Over(state, MachineStates.Finding(RuleSet.OverCurrent, RuleOutcome.Clear)),
        Event.Obeyed => ChargingMachine.Obeyed(state),
        Event.Release when state.Session is not null => ChargingMachine.Release(state, MachineStates.Closing("release"), "{}", MachineStates.Now, "op"),
        _ => ChargingMachine.Control(state, Enum.Parse<ControlAction>(what.ToString()), MachineStates.Now, "op"),
    };

    private static Decision Found(AmmeterState state, RuleSet rule, RuleOutcome outcome) => ChargingMachine.Found(state, MachineStates.Finding(rule, outcome));
}
