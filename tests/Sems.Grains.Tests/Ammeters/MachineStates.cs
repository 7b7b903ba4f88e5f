using Sems.GrainInterfaces;
using Sems.Grains.Ammeters;
using Sems.Grains.Rules;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Tests.Ammeters;

/// <summary>States and events for tests of the machine.</summary>
internal static class MachineStates
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    public static readonly AmmeterState Idle = new();

    public static AmmeterState Intended(AmmeterState state, long chargeId = 1) =>
        state with { Intent = new StartIntent(chargeId, "card", "student", Now, Tariff.Default) };

    public static AmmeterState Settled(AmmeterState state) => state with { Effects = [], Intent = null };

    public static readonly AmmeterState Charging = Settled(ChargingMachine.Start(Intended(Idle)).Next!);

    public static readonly AmmeterState Low = Settled(Found(Charging, RuleSet.Full, RuleOutcome.Low));

    public static readonly AmmeterState Paused = Settled(Do(Charging, ControlAction.Off));

    public static readonly AmmeterState LockedIdle = Settled(Do(Idle, ControlAction.Lock));

    public static readonly AmmeterState LockedCharging = Settled(Do(Charging, ControlAction.Lock));

    public static AmmeterState Do(AmmeterState state, ControlAction action) => ChargingMachine.Control(state, action, Now, "op").Next ?? state;

    public static Finding Finding(RuleSet rule, RuleOutcome outcome, DateTimeOffset? at = null) => new(rule, outcome, at ?? Now, "seen", 3, 7_000, "{}");

    /// <summary>The state after a rule fired; the same when the machine refuses it.</summary>
    public static AmmeterState Found(AmmeterState state, RuleSet rule, RuleOutcome outcome, DateTimeOffset? at = null) =>
        ChargingMachine.Found(state, Finding(rule, outcome, at)).Next ?? state;

    public static Closing Closing(string reason = "card") => new("student", Now.AddHours(1), 360, 500, 50, reason, null);

    public static AmmeterState Named(string name) => name switch
    {
        "idle" => Idle,
        "charging" => Charging,
        "low" => Low,
        "paused" => Paused,
        "locked" => LockedIdle,
        "locked session" => LockedCharging,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such state"),
    };
}
