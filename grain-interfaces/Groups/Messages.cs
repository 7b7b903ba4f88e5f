using System.Collections.Immutable;

namespace Sems.GrainInterfaces;

/// <summary>What an ammeter tells its group.</summary>
/// <param name="Ammeter">Its number.</param>
/// <param name="Version">Grows with every change of this meter; an older report never overrides a newer one.</param>
/// <param name="Level">What a poll must answer.</param>
/// <param name="Switch">Its state, for the counts.</param>
[GenerateSerializer, Immutable, Alias("sems.AmmeterReport")]
public sealed record AmmeterReport(
    [property: Id(0)] string Ammeter, [property: Id(1)] long Version,
    [property: Id(2)] ControlLevel Level, [property: Id(3)] SwitchState Switch);

/// <summary>One line of a control map.</summary>
[GenerateSerializer, Immutable, Alias("sems.ControlEntry")]
public readonly record struct ControlEntry([property: Id(0)] string Ammeter, [property: Id(1)] ControlLevel Level);

/// <summary>The answer to a poll: what each meter of the station must be doing.</summary>
/// <param name="Known">False when there is no such station.</param>
/// <param name="Version">Grows with every change of the map while the group is active.</param>
/// <param name="Entries">By meter number.</param>
[GenerateSerializer, Immutable, Alias("sems.ControlMap")]
public sealed record ControlMap(
    [property: Id(0)] bool Known, [property: Id(1)] long Version, [property: Id(2)] ImmutableArray<ControlEntry> Entries)
{
    /// <summary>There is no such station.</summary>
    public static readonly ControlMap Unknown = new(false, 0, []);
}

/// <summary>A station, now.</summary>
[GenerateSerializer, Immutable, Alias("sems.GroupOverview")]
public sealed record GroupOverview
{
    /// <summary>Its number.</summary>
    [Id(0)] public required string Group { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>WGS-84 degrees, or null.</summary>
    [Id(2)] public double? Latitude { get; init; }

    /// <summary>WGS-84 degrees, or null.</summary>
    [Id(3)] public double? Longitude { get; init; }

    /// <summary>Whether it polled within the last minute.</summary>
    [Id(4)] public required bool Online { get; init; }

    /// <summary>The last poll this process saw, or null.</summary>
    [Id(5)] public DateTimeOffset? LastPollAt { get; init; }

    /// <summary>Its meters by number.</summary>
    [Id(6)] public required ImmutableArray<AmmeterOverview> Ammeters { get; init; }

    /// <summary>Whether it has a key.</summary>
    [Id(7)] public bool HasKey { get; init; }
}

/// <summary>A station with its meters, now.</summary>
/// <param name="Station">The station.</param>
/// <param name="Meters">Its meters by number, with commands not yet obeyed and open sessions.</param>
[GenerateSerializer, Immutable, Alias("sems.StationMeters")]
public sealed record StationMeters([property: Id(0)] GroupOverview Station, [property: Id(1)] ImmutableArray<AmmeterStatus> Meters);

/// <summary>A meter in its station's overview.</summary>
[GenerateSerializer, Immutable, Alias("sems.AmmeterOverview")]
public sealed record AmmeterOverview(
    [property: Id(0)] string Ammeter, [property: Id(1)] string Name, [property: Id(2)] SwitchState Switch, [property: Id(3)] ControlLevel Level);
