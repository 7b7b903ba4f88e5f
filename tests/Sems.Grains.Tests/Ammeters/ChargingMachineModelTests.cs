using FsCheck;
using FsCheck.Fluent;
using Sems.GrainInterfaces;
using Sems.Grains.Ammeters;

namespace Sems.Grains.Tests.Ammeters;

/// <summary>Any sequence of events leads the machine where a model made of four plain facts says.</summary>
public sealed class ChargingMachineModelTests
{
    public enum Event
    {
        Start,
        End,
        Full,
        On,
        Off,
        Release,
        Lock,
        Unlock,
        Obeyed,
    }

    private sealed record Model(bool Session, bool Paused, bool Full, bool Locked)
    {
        public SwitchState Switch =>
            Locked ? SwitchState.Locked : !Session ? SwitchState.Idle : Paused ? SwitchState.Paused : Full ? SwitchState.Low : SwitchState.Charging;

        public (bool Done, Model Next) On(Event what) => what switch
        {
            Event.Start => Session || Locked ? (false, this) : (true, new Model(true, false, false, false)),
            Event.End => Session ? (true, new Model(false, false, false, Locked)) : (false, this),
            Event.Full => (true, Session ? this with { Full = true } : this),
            Event.Lock => (true, this with { Locked = true }),
            Event.Unlock => (true, this with { Locked = false }),
            Event.Obeyed => (true, this),
            _ when Locked => (false, this),
            Event.Release => (true, new Model(false, false, false, false)),
            _ when !Session => (false, this),
            _ => (true, this with { Paused = what == Event.Off }),
        };
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
            if (state.Switch != before.Switch && state.Version <= before.Version) return false;
            if (state.Version < before.Version) return false;
            if (state.Pending is { } pending && (pending.Level != state.Level || pending.Version > state.Version)) return false;
            bills.AddRange(state.Effects.Where(e => e.Kind == EffectKind.LedgerClose).Select(e => e.ChargeId));
            state = MachineStates.Settled(state);
        }
        return bills.Distinct().Count() == bills.Count;
    }

    private static Decision Apply(AmmeterState state, Event what, long chargeId) => what switch
    {
        Event.Start => ChargingMachine.Start(MachineStates.Intended(state, chargeId)),
        Event.End => ChargingMachine.End(state, MachineStates.Closing()),
        Event.Full => ChargingMachine.Full(state, MachineStates.Now),
        Event.Obeyed => ChargingMachine.Obeyed(state),
        Event.Release when state.Session is not null => ChargingMachine.Release(state, MachineStates.Closing("release"), MachineStates.Now, "op"),
        _ => ChargingMachine.Control(state, Enum.Parse<ControlAction>(what.ToString()), MachineStates.Now, "op"),
    };
}
