using System.Collections.Immutable;

namespace Sems.GrainInterfaces;

/// <summary>A reading as the station sent it; ranges are checked by whoever reads the wire.</summary>
[GenerateSerializer, Immutable, Alias("sems.ChargeSample")]
public sealed record ChargeSample
{
    /// <summary>A, 0–100.</summary>
    [Id(0)] public required double CurrentA { get; init; }

    /// <summary>The meter's energy counter (kWh), 0–1e9.</summary>
    [Id(1)] public required double Energy { get; init; }

    /// <summary>V, 0–500, or null.</summary>
    [Id(2)] public double? VoltageV { get; init; }

    /// <summary>W, 0–20 000, or null.</summary>
    [Id(3)] public double? PowerW { get; init; }

    /// <summary>The station's clock, Unix seconds, or null.</summary>
    [Id(4)] public double? Time { get; init; }
}

/// <summary>The price so far.</summary>
/// <param name="Refusal"><see cref="Refusal.AmmeterUnknown"/> or none.</param>
/// <param name="Money">Of the open session, else of the last one, else 0.</param>
[GenerateSerializer, Immutable, Alias("sems.MoneyAnswer")]
public readonly record struct MoneyAnswer([property: Id(0)] Refusal Refusal, [property: Id(1)] Fen Money);

/// <summary>A command that the station has not yet been seen to obey.</summary>
/// <param name="Level">What the station is being told.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="By">Who asked.</param>
[GenerateSerializer, Immutable, Alias("sems.PendingControl")]
public sealed record PendingControl(
    [property: Id(0)] ControlLevel Level, [property: Id(1)] DateTimeOffset RequestedAt, [property: Id(2)] string By);

/// <summary>The open session of a meter, now.</summary>
[GenerateSerializer, Immutable, Alias("sems.SessionStatus")]
public sealed record SessionStatus
{
    /// <summary>Charge id.</summary>
    [Id(0)] public required long ChargeId { get; init; }

    /// <summary>学号.</summary>
    [Id(1)] public required string StudentNumber { get; init; }

    /// <summary>Start.</summary>
    [Id(2)] public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Seen full at, or null.</summary>
    [Id(3)] public DateTimeOffset? FullAt { get; init; }

    /// <summary>Samples taken.</summary>
    [Id(4)] public required long Samples { get; init; }

    /// <summary>Energy so far, kWh.</summary>
    [Id(5)] public required double EnergyKwh { get; init; }

    /// <summary>Price so far.</summary>
    [Id(6)] public required Fen Money { get; init; }

    /// <summary>A of the last sample, or null.</summary>
    [Id(7)] public double? CurrentA { get; init; }

    /// <summary>V of the last sample, or null.</summary>
    [Id(8)] public double? VoltageV { get; init; }

    /// <summary>W of the last sample, or null.</summary>
    [Id(9)] public double? PowerW { get; init; }

    /// <summary>When the last sample came, or null.</summary>
    [Id(10)] public DateTimeOffset? LastSampleAt { get; init; }

    /// <summary>What was wrong with the energy counter; empty when nothing was.</summary>
    [Id(11)] public ImmutableArray<EnergyFaultCount> EnergyFaults { get; init; } = [];
}

/// <summary>Steps of an energy counter that were not believed.</summary>
/// <param name="Kind">backward, jump or scale.</param>
/// <param name="Count">How many.</param>
[GenerateSerializer, Immutable, Alias("sems.EnergyFaultCount")]
public readonly record struct EnergyFaultCount([property: Id(0)] string Kind, [property: Id(1)] int Count);

/// <summary>A meter, now.</summary>
[GenerateSerializer, Immutable, Alias("sems.AmmeterStatus")]
public sealed record AmmeterStatus
{
    /// <summary>Its number.</summary>
    [Id(0)] public required AmmeterKey Key { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>What it is meant to do.</summary>
    [Id(2)] public required SwitchState Switch { get; init; }

    /// <summary>What the poll says.</summary>
    [Id(3)] public required ControlLevel Level { get; init; }

    /// <summary>The command not yet obeyed, or null.</summary>
    [Id(4)] public PendingControl? Pending { get; init; }

    /// <summary>The open session, or null.</summary>
    [Id(5)] public SessionStatus? Session { get; init; }
}

/// <summary>What came of a command.</summary>
/// <param name="Refusal">None when it was taken.</param>
/// <param name="Status">The meter afterwards; null when the meter is unknown.</param>
[GenerateSerializer, Immutable, Alias("sems.ControlAnswer")]
public sealed record ControlAnswer([property: Id(0)] Refusal Refusal, [property: Id(1)] AmmeterStatus? Status);
