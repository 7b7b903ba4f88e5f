using Sems.GrainInterfaces;
using Sems.Grains.Rules;
using Sems.Storage.Outbox;

namespace Sems.Grains.Ammeters;

/// <summary>
/// The charging state machine of one meter: state and event in, decision out. It refuses illegal steps itself; callers do
/// not check first. A decision without a next state changes nothing.
/// </summary>
public static partial class ChargingMachine
{
    /// <summary>Whether a session may begin here.</summary>
    public static Refusal MayStart(AmmeterState state)
    {
        if (state.Session is not null) return Refusal.AmmeterInUse;
        return state.Switch == SwitchState.Locked ? Refusal.AmmeterLocked : Refusal.None;
    }

    /// <summary>An intent that all agreed to becomes the session.</summary>
    public static Decision Start(AmmeterState state)
    {
        var refusal = MayStart(state);
        if (refusal != Refusal.None || state.Intent is not { } intent) return Decision.Refuse(refusal);
        return Decision.Take(Moved(state, SwitchState.Charging, intent.At) with
        {
            Intent = null,
            Session = new OpenSession(intent.ChargeId, intent.CardNumber, intent.StudentNumber, intent.At, intent.Tariff, FullAt: null)
            {
                Book = new RuleBook { Power = PowerClock.Start(intent.At) },
                Usual = intent.Usual,
            },
            Effects = [.. state.Effects, Status(intent.ChargeId, SwitchState.Charging), Report],
        });
    }

    /// <summary>The session ends and is billed; a locked meter stays locked.</summary>
    /// <param name="state">The state.</param>
    /// <param name="closing">How it ended.</param>
    /// <param name="detail">The facts for the push, JSON.</param>
    public static Decision End(AmmeterState state, Closing closing, string detail)
    {
        if (state.Session is not { } session) return Decision.Refuse(Refusal.NoSession);
        state = Quiet(state, closing.EndedAt);
        var next = state.Switch == SwitchState.Locked ? state with { BeforeLock = SwitchState.Idle } : Moved(state, SwitchState.Idle, closing.EndedAt);
        return Decision.Take(next with
        {
            Session = null,
            Last = new ClosedSession(session.ChargeId, session.CardNumber, session.StudentNumber, new Fen(closing.Fen)),
            Effects =
            [
                .. state.Effects,
                new Effect(EffectKind.StudentClose, session.ChargeId) { StudentNumber = session.StudentNumber },
                Report,
                Push(session, PushKind.PayFinish, detail, closing.EndedAt),
                // Last: while the ledger's row is open, the sweeper finds a meter that has not told everyone.
                new Effect(EffectKind.LedgerClose, session.ChargeId) { Closing = closing },
            ],
        });
    }

    /// <summary>A person ends the session from afar; pending until the station has been told.</summary>
    public static Decision Release(AmmeterState state, Closing closing, string detail, DateTimeOffset at, string by)
    {
        if (state.Switch == SwitchState.Locked) return Decision.Refuse(Refusal.AmmeterLocked);
        var ended = End(state, closing, detail);
        return ended.Next is { } next ? Decision.Take(next with { Pending = new ControlCommand(next.Version, next.Level, at, by) }) : ended;
    }

    /// <summary>A person's command other than the release of an open session (which is <see cref="Release"/>).</summary>
    public static Decision Control(AmmeterState state, ControlAction action, DateTimeOffset at, string by)
    {
        var (refusal, target) = Target(state, action);
        if (refusal != Refusal.None) return Decision.Refuse(refusal);
        if (target == state.Switch) return Decision.Nothing;

        var next = Moved(state, target, at);
        next = next with
        {
            BeforeLock = target == SwitchState.Locked ? state.Switch : SwitchState.Idle,
            Pending = new ControlCommand(next.Version, next.Level, at, by),
            Effects = state.Session is { } session ? Told(state, session, target) : [.. state.Effects, Report],
        };
        return Decision.Take(Renewed(next, at, by));
    }

    /// <summary>The station was seen to obey.</summary>
    public static Decision Obeyed(AmmeterState state) =>
        state.Pending is null ? Decision.Nothing : Decision.Take(state with { Pending = null });

    /// <summary>Whether a sample shows that the station obeys the pending command.</summary>
    public static bool Agrees(AmmeterState state, double currentA) => state.Pending?.Level switch
    {
        ControlLevel.On => currentA >= FlowingA || state.Session?.FullAt is not null,
        ControlLevel.Off or ControlLevel.Lock => currentA < FlowingA,
        _ => false,
    };

    /// <summary>A; less is no current: what a meter reads on an open switch.</summary>
    public const double FlowingA = 0.05;

    private static (Refusal Refusal, SwitchState Target) Target(AmmeterState state, ControlAction action)
    {
        var locked = state.Switch == SwitchState.Locked;
        switch (action)
        {
            case ControlAction.Lock: return (Refusal.None, SwitchState.Locked);
            case ControlAction.Unlock: return (Refusal.None, locked ? BeforeLock(state) : state.Switch);
            case var _ when locked: return (Refusal.AmmeterLocked, state.Switch);
            case ControlAction.Release: return (state.Session is null ? Refusal.None : Refusal.AmmeterInUse, state.Switch);
            case var _ when state.Session is null: return (Refusal.NoSession, state.Switch);
            case ControlAction.Off: return (Refusal.None, SwitchState.Paused);
            default: return (Refusal.None, state.Switch == SwitchState.Paused ? Powered(state.Session) : state.Switch);
        }
    }

    private static SwitchState BeforeLock(AmmeterState state) =>
        state is { Session: { } session, BeforeLock: SwitchState.Charging or SwitchState.Low } ? Powered(session) : state.BeforeLock;

    private static SwitchState Powered(OpenSession session) => session.FullAt is null ? SwitchState.Charging : SwitchState.Low;

    private static AmmeterState Moved(AmmeterState state, SwitchState target, DateTimeOffset at)
    {
        var moved = state with { Switch = target, Version = state.Version + 1, Pending = null };
        if (moved.Session is not { } session) return moved;
        var power = session.Rules.Power.Switched(moved.Level == ControlLevel.On, at);
        return moved with { Session = session with { Book = session.Rules with { Power = power } } };
    }

    private static IReadOnlyList<Effect> Told(AmmeterState state, OpenSession session, SwitchState target) =>
        [.. state.Effects, Status(session.ChargeId, target), Report];

    private static Effect Status(long chargeId, SwitchState target) => new(EffectKind.LedgerStatus, chargeId) { Switch = target };

    private static readonly Effect Report = new(EffectKind.GroupReport, 0);
}

/// <summary>What the machine decided.</summary>
/// <param name="Refusal">None unless the step is illegal.</param>
/// <param name="Next">The state to persist, or null when nothing changes.</param>
public readonly record struct Decision(Refusal Refusal, AmmeterState? Next)
{
    /// <summary>Agreed, nothing to change.</summary>
    public static readonly Decision Nothing = new(Refusal.None, null);

    /// <summary>Agreed: this state next.</summary>
    public static Decision Take(AmmeterState next) => new(Refusal.None, next);

    /// <summary>Illegal.</summary>
    public static Decision Refuse(Refusal refusal) => new(refusal, null);
}
