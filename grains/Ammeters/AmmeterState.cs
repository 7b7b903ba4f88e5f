using Sems.GrainInterfaces;
using Sems.Grains.Rules;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Ammeters;

/// <summary>What a meter keeps. Written at transitions only, never per sample; replaced whole, never changed in place.</summary>
[GenerateSerializer, Immutable, Alias("sems.AmmeterState")]
public sealed record AmmeterState
{
    /// <summary>Grows with every change of <see cref="Switch"/>.</summary>
    [Id(0)] public long Version { get; init; }

    /// <summary>What the switch is meant to do.</summary>
    [Id(1)] public SwitchState Switch { get; init; }

    /// <summary>What an unlock goes back to.</summary>
    [Id(2)] public SwitchState BeforeLock { get; init; }

    /// <summary>The open session.</summary>
    [Id(3)] public OpenSession? Session { get; init; }

    /// <summary>The session before.</summary>
    [Id(4)] public ClosedSession? Last { get; init; }

    /// <summary>A start that has not become a session yet: undone if it got no further.</summary>
    [Id(5)] public StartIntent? Intent { get; init; }

    /// <summary>A person's command the station has not been seen to obey.</summary>
    [Id(6)] public ControlCommand? Pending { get; init; }

    /// <summary>What must still be told to others, in order; each is safe to repeat.</summary>
    [Id(7)] public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>What a poll must answer.</summary>
    public ControlLevel Level => Switch switch
    {
        SwitchState.Charging or SwitchState.Low => ControlLevel.On,
        SwitchState.Paused => ControlLevel.Off,
        SwitchState.Locked => ControlLevel.Lock,
        _ => ControlLevel.Release,
    };

    /// <summary>The state, made by a version that had no rules yet, with a book for them.</summary>
    public AmmeterState Upgraded() => Session is { Book: null } session ? this with { Session = session.WithBook(Level == ControlLevel.On) } : this;

    /// <summary>Whether a start or an effect is unfinished.</summary>
    public bool IsUnsettled => Intent is not null || Effects.Count > 0;
}

/// <summary>A start on its way.</summary>
[GenerateSerializer, Immutable, Alias("sems.StartIntent")]
public sealed record StartIntent(
    [property: Id(0)] long ChargeId, [property: Id(1)] string CardNumber, [property: Id(2)] string StudentNumber,
    [property: Id(3)] DateTimeOffset At, [property: Id(4)] Tariff Tariff)
{
    /// <summary>What is usual of the battery, as far as it is known.</summary>
    [Id(5)] public UsualCharge? Usual { get; init; }
}

/// <summary>A session that is open.</summary>
[GenerateSerializer, Immutable, Alias("sems.OpenSession")]
public sealed record OpenSession(
    [property: Id(0)] long ChargeId, [property: Id(1)] string CardNumber, [property: Id(2)] string StudentNumber,
    [property: Id(3)] DateTimeOffset StartedAt, [property: Id(4)] Tariff Tariff, [property: Id(5)] DateTimeOffset? FullAt)
{
    /// <summary>What the rules have decided; null in a state made before there were any.</summary>
    [Id(6)] public RuleBook? Book { get; init; }

    /// <summary>What is usual of the battery, as it was known at the start; null when it was not.</summary>
    [Id(7)] public UsualCharge? Usual { get; init; }

    /// <summary>What the rules have decided.</summary>
    public RuleBook Rules => Book ?? new RuleBook();

    /// <summary>The session as if it had had power from its start.</summary>
    /// <param name="on">It has power now.</param>
    public OpenSession WithBook(bool on) =>
        this with { Book = new RuleBook { Power = on ? PowerClock.Start(StartedAt) : default, FullAfter = FullAt - StartedAt } };
}

/// <summary>A session that has ended.</summary>
[GenerateSerializer, Immutable, Alias("sems.ClosedSession")]
public sealed record ClosedSession(
    [property: Id(0)] long ChargeId, [property: Id(1)] string CardNumber, [property: Id(2)] string StudentNumber, [property: Id(3)] Fen Money);

/// <summary>A command a person gave.</summary>
[GenerateSerializer, Immutable, Alias("sems.ControlCommand")]
public sealed record ControlCommand(
    [property: Id(0)] long Version, [property: Id(1)] ControlLevel Level, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string By);

/// <summary>Something others must be told once a transition is durable.</summary>
/// <param name="Kind">What.</param>
/// <param name="ChargeId">Of which charge; with the kind it is the effect's identity.</param>
[GenerateSerializer, Immutable, Alias("sems.Effect")]
public sealed record Effect([property: Id(0)] EffectKind Kind, [property: Id(1)] long ChargeId)
{
    /// <summary>For <see cref="EffectKind.LedgerStatus"/>.</summary>
    [Id(2)] public SwitchState Switch { get; init; }

    /// <summary>For <see cref="EffectKind.LedgerClose"/>.</summary>
    [Id(3)] public Closing? Closing { get; init; }

    /// <summary>For <see cref="EffectKind.StudentClose"/>.</summary>
    [Id(4)] public string? StudentNumber { get; init; }

    /// <summary>For <see cref="EffectKind.Decision"/>, <see cref="EffectKind.AlarmRaise"/> and <see cref="EffectKind.AlarmClear"/>; its number is part of the identity.</summary>
    [Id(5)] public Verdict? Verdict { get; init; }

    /// <summary>For <see cref="EffectKind.Push"/>; its kind is part of the identity.</summary>
    [Id(6)] public PushNote? Push { get; init; }

    /// <summary>For <see cref="EffectKind.Audit"/>; who and when are part of the identity.</summary>
    [Id(7)] public ControlNote? Control { get; init; }
}

/// <summary>How a charge ended, for the ledger.</summary>
[GenerateSerializer, Immutable, Alias("sems.Closing")]
public sealed record Closing(
    [property: Id(0)] string StudentNumber, [property: Id(1)] DateTimeOffset EndedAt, [property: Id(2)] long Samples,
    [property: Id(3)] double? EnergyWh, [property: Id(4)] long Fen, [property: Id(5)] string Reason, [property: Id(6)] DateTimeOffset? FullAt,
    [property: Id(7)] EnergyFaultCounts? EnergyFaults = null);

/// <summary>Who must be told what.</summary>
public enum EffectKind
{
    /// <summary>The ledger: the live status of the charge.</summary>
    LedgerStatus = 1,

    /// <summary>The ledger: the charge ended, with its bill.</summary>
    LedgerClose = 2,

    /// <summary>The student: the place is free.</summary>
    StudentClose = 3,

    /// <summary>The group: the control map.</summary>
    GroupReport = 4,

    /// <summary>The outbox: a push to the student.</summary>
    Push = 5,

    /// <summary>The alarms: something is wrong.</summary>
    AlarmRaise = 6,

    /// <summary>The alarms: it is over.</summary>
    AlarmClear = 7,

    /// <summary>The decisions: what a rule decided.</summary>
    Decision = 8,

    /// <summary>The audit log: what a person commanded.</summary>
    Audit = 9,
}
