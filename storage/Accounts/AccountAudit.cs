using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Storage.Accounts;

/// <summary>An account as the audit log tells of it: no hash, no stamp.</summary>
internal static class AccountAudit
{
    public static string Json(AccountRecord account) => JsonSerializer.Serialize(
        new AccountFacts(account.Role.ToString().ToLowerInvariant(), account.Disabled, account.MustChangePassword), AccountJson.Default.AccountFacts);
}

/// <summary>What the audit log says of an account.</summary>
internal sealed record AccountFacts(string Role, bool Disabled, bool MustChangePassword);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AccountFacts))]
internal sealed partial class AccountJson : JsonSerializerContext;
