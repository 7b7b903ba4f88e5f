using System.Security.Claims;
using Sems.Storage.Accounts;

namespace Sems.Gateway.Access;

/// <summary>What is known of somebody who signed in. Made anew from the account for every request: nothing but name and stamp is believed of a cookie.</summary>
internal static class SignInClaims
{
    public const string Stamp = "stamp";

    public const string MustChangePassword = "must_change_password";

    public const string Yes = "1";

    public static ClaimsPrincipal Of(AccountRecord account, string scheme)
    {
        var identity = new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.UserName), // antiforgery tokens are bound to it
            new Claim(ClaimTypes.Name, account.UserName),
            new Claim(ClaimTypes.Role, Word(account.Role)),
            new Claim(Stamp, account.SecurityStamp),
        ], scheme);
        if (account.MustChangePassword) identity.AddClaim(new Claim(MustChangePassword, Yes));
        return new ClaimsPrincipal(identity);
    }

    public static string Word(AccountRole role) => role == AccountRole.Administrator ? AccessPolicies.Administrators : AccessPolicies.Operators;
}
