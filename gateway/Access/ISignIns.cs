using System.Security.Claims;
using Sems.Storage;

namespace Sems.Gateway.Access;

/// <summary>Who is signed in, for what outlasts a request's beginning.</summary>
public interface ISignIns
{
    /// <summary>Whether a sign-in still stands: whose it is is there and may be used, and their sign-ins were not ended. At most 2 s old.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be read now.</exception>
    ValueTask<bool> StandsAsync(ClaimsPrincipal user, CancellationToken cancel);
}
