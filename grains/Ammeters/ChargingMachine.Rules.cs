using Sems.GrainInterfaces;
using Sems.Grains.Rules;
using Sems.Storage.Alarms;
using Sems.Storage.Outbox;

namespace Sems.Grains.Ammeters;

/// <summary>The steps rules take.</summary>
public static partial class ChargingMachine
{
    /// <summary>A rule found something: once per episode, and only while the rule applies.</summary>
    public static Decision Found(AmmeterState state, Finding finding)
    {
        if (state.Session is not { } session) return Decision.Refuse(Refusal.NoSession);
        if (!Applies(state, session, finding.Rule)) return Decision.Nothing;

        var target = Target(state.Switch, finding.Outcome);
        var next = target == state.Switch ? state : Cut(state, target, finding);
        session = next.Session!;
        var verdict = Verdict(session, finding);
        if (finding.Rule == RuleSet.Full) session = session with { FullAt = finding.At, Book = session.Rules with { FullAfter = session.Rules.Power.At(finding.At) } };
        else session = session with { Book = session.Rules with { Open = session.Rules.Open | finding.Rule } };
        return Decision.Take(next with
        {
            Session = session with { Book = session.Rules with { Decisions = verdict.Number } },
            Effects = [.. next.Effects, .. Told(session, finding, verdict)],
        });
    }

    /// <summary>What a rule had found is over.</summary>
    /// <param name="state">The state.</param>
    /// <param name="over">With <see cref="RuleOutcome.Clear"/>.</param>
    public static Decision Over(AmmeterState state, Finding over)
    {
        if (state.Session is not { } session) return Decision.Refuse(Refusal.NoSession);
        if (!session.Rules.Has(over.Rule)) return Decision.Nothing;
        var verdict = Verdict(session, over);
        var book = session.Rules with { Decisions = verdict.Number, Open = session.Rules.Open & ~over.Rule };
        return Decision.Take(state with
        {
            Session = session with { Book = book },
            Effects =
            [
                .. state.Effects,
                new Effect(EffectKind.Decision, session.ChargeId) { Verdict = verdict },
                new Effect(EffectKind.AlarmClear, session.ChargeId) { Verdict = verdict },
            ],
        });
    }

    /// <summary>The session's own alarms are over with it.</summary>
    private static AmmeterState Quiet(AmmeterState state, DateTimeOffset at)
    {
        foreach (var rule in RuleNames.Each(state.Session!.Rules.Open & RuleNames.OfSession))
            state = Over(state, new Finding(rule, RuleOutcome.Clear, at, "充电结束", 0, 0, "")).Next!;
        return state;
    }

    /// <summary>A person gives power to a charge that had been on for too long: the whole time again.</summary>
    private static AmmeterState Renewed(AmmeterState state, DateTimeOffset at, string by)
    {
        if (state is not { Level: ControlLevel.On, Session: { } session } || !session.Rules.Has(RuleSet.LongestCharge)) return state;
        var book = session.Rules;
        var renewed = book with { Power = PowerClock.Start(at), FullAfter = book.FullAfter - book.Power.At(at) };
        return Over(
            state with { Session = session with { Book = renewed } },
            new Finding(RuleSet.LongestCharge, RuleOutcome.Clear, at, $"{by} 重新合闸", 0, 0, "")).Next!;
    }

    private static bool Applies(AmmeterState state, OpenSession session, RuleSet rule) => rule switch
    {
        RuleSet.Full => session.FullAt is null,
        _ when session.Rules.Has(rule) => false,
        RuleSet.Overtime => state.Switch == SwitchState.Low,
        RuleSet.Silence or RuleSet.LongestCharge => state.Level == ControlLevel.On,
        _ => true,
    };

    private static SwitchState Target(SwitchState now, RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Lock => SwitchState.Locked,
        RuleOutcome.Pause when now is SwitchState.Charging or SwitchState.Low => SwitchState.Paused,
        RuleOutcome.Low when now == SwitchState.Charging => SwitchState.Low,
        _ => now,
    };

    /// <summary>Moves the switch; whoever watches the meter sees a cut as pending until the station obeys.</summary>
    private static AmmeterState Cut(AmmeterState state, SwitchState target, Finding finding)
    {
        var next = Moved(state, target, finding.At);
        return next with
        {
            BeforeLock = target == SwitchState.Locked ? state.Switch : SwitchState.Idle,
            Pending = next.Level == state.Level ? state.Pending : new ControlCommand(next.Version, next.Level, finding.At, RuleNames.Name(finding.Rule)),
            Effects = Told(state, state.Session!, target),
        };
    }

    private static Verdict Verdict(OpenSession session, Finding finding) => new(
        session.Rules.Decisions + 1, RuleNames.Name(finding.Rule), RuleOutcomes.Name(finding.Outcome),
        RuleOutcomes.Severity(finding.Outcome) ?? AlarmSeverity.Notice, finding.At, finding.Message, finding.Samples, finding.ThroughMs);

    private static IEnumerable<Effect> Told(OpenSession session, Finding finding, Verdict verdict)
    {
        yield return new Effect(EffectKind.Decision, session.ChargeId) { Verdict = verdict };
        if (RuleOutcomes.Severity(finding.Outcome) is not null) yield return new Effect(EffectKind.AlarmRaise, session.ChargeId) { Verdict = verdict };
        if (PushOf(finding) is { } kind) yield return Push(session, kind, finding.Detail, finding.At);
    }

    private static PushKind? PushOf(Finding finding) => finding switch
    {
        { Rule: RuleSet.Full } => PushKind.AlreadyFinish,
        { Rule: RuleSet.Overtime } => PushKind.Delay,
        { Outcome: RuleOutcome.Pause or RuleOutcome.Lock } => PushKind.Exception,
        _ => null,
    };

    private static Effect Push(OpenSession session, PushKind kind, string detail, DateTimeOffset at) =>
        new(EffectKind.Push, session.ChargeId) { Push = new PushNote(kind, session.StudentNumber, detail, at) };
}
