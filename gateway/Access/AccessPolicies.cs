using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Sems.Gateway.Access;

/// <summary>Who may use a route. <c>/api/admin</c> is for operators and administrators unless a route says otherwise.</summary>
public static class AccessPolicies
{
    /// <summary>Operators and administrators.</summary>
    public const string Operators = "operator";

    /// <summary>Administrators only.</summary>
    public const string Administrators = "administrator";

    /// <summary>Whoever is signed in, also before the password is changed that must be.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Students.</summary>
    public const string Students = "student";

    /// <summary>For students, of what is theirs.</summary>
    public static TBuilder ForStudents<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(Students);

    /// <summary>For operators and administrators.</summary>
    public static TBuilder ForOperators<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(Operators);

    /// <summary>For administrators only: accounts, the audit log, and everything that changes who, what and how much there is.</summary>
    public static TBuilder ForAdministrators<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(Administrators);

    /// <summary>For whoever is signed in: what concerns their own account.</summary>
    public static TBuilder ForSignedIn<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(SignedIn);

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Students, policy => policy.RequireRole(Students));
        options.AddPolicy(SignedIn, policy => policy.RequireRole(Operators, Administrators));
        options.AddPolicy(Operators, policy => policy.RequireRole(Operators, Administrators).RequireAssertion(context => !MustChangePassword(context.User)));
        options.AddPolicy(Administrators, policy => policy.RequireRole(Administrators).RequireAssertion(context => !MustChangePassword(context.User)));
    }

    internal static bool MustChangePassword(ClaimsPrincipal user) => user.HasClaim(SignInClaims.MustChangePassword, SignInClaims.Yes);
}
