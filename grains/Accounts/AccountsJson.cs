using System.Text.Json.Serialization;

namespace Sems.Grains.Accounts;

/// <summary>Where a sign-in came from, as the audit log tells.</summary>
internal sealed record SignInOrigin(string Address);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SignInOrigin))]
internal sealed partial class AccountsJson : JsonSerializerContext;
