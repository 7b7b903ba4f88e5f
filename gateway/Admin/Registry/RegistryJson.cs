using System.Text.Json;
using System.Text.Json.Serialization;
using Sems.Gateway.Admin.Students;

namespace Sems.Gateway.Admin.Registry;

/// <summary>Stations.</summary>
public sealed record StationPage(IReadOnlyList<StationView> Items, long Total);

/// <summary>A station to be added, or fields of one to be changed: those that are there. Degrees are WGS-84; null clears.</summary>
public sealed record StationRequest(string? Group, JsonElement Name, JsonElement Latitude, JsonElement Longitude);

/// <summary>A meter to be added or renamed.</summary>
public sealed record AmmeterRequest(string? Ammeter, string? Name);

/// <summary>A student to be added, or fields of one to be changed: those that are there. Null clears.</summary>
public sealed record StudentRequest(string? StudentNumber, string? CardNumber, JsonElement Phone, JsonElement Vehicle);

/// <summary>Why a student is blocked, at most 200 characters.</summary>
public sealed record BlockRequest(string? Reason);

/// <summary>A student's card.</summary>
/// <param name="CardNumber">Null takes the card away.</param>
/// <param name="TakeOver">Another student's card moves here.</param>
public sealed record CardRequest(JsonElement CardNumber, bool? TakeOver);

/// <summary>A new password, told once.</summary>
public sealed record PasswordView(string Password)
{
    /// <summary>Without it: what is printed ends up in logs.</summary>
    public override string ToString() => nameof(PasswordView);
}

/// <summary>JSON of what a campus has.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StationPage))]
[JsonSerializable(typeof(StationRequest))]
[JsonSerializable(typeof(AmmeterRequest))]
[JsonSerializable(typeof(StudentRequest))]
[JsonSerializable(typeof(BlockRequest))]
[JsonSerializable(typeof(CardRequest))]
[JsonSerializable(typeof(PasswordView))]
[JsonSerializable(typeof(StudentView))]
[JsonSerializable(typeof(StudentPage))]
internal sealed partial class RegistryJson : JsonSerializerContext;
