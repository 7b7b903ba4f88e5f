using System.Text.Json.Serialization;

namespace Sems.Gateway.Admin.Control;

/// <summary>One command to many meters.</summary>
/// <param name="Action">on, off, release, lock or unlock.</param>
/// <param name="Ammeters">Which, at most 500.</param>
public sealed record BulkControlRequest(string? Action, IReadOnlyList<AmmeterName?>? Ammeters);

/// <summary>A meter by its numbers.</summary>
public sealed record AmmeterName(string? Group, string? Ammeter);

/// <summary>What came of it, in the order of the request.</summary>
public sealed record BulkControlView(IReadOnlyList<BulkControlResult> Results);

/// <summary>What came of it at one meter.</summary>
/// <param name="Ok">The command was taken.</param>
/// <param name="Message">Why not.</param>
/// <param name="Meter">The meter afterwards.</param>
public sealed record BulkControlResult(string Group, string Ammeter, bool Ok, string? Message, AmmeterView? Meter);

/// <summary>Their JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BulkControlRequest))]
[JsonSerializable(typeof(BulkControlView))]
internal sealed partial class ControlJson : JsonSerializerContext;
