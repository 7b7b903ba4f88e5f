using System.Security.Claims;
using Sems.Grains.Cluster;
using Sems.Storage;
using Sems.Storage.Accounts;

namespace Sems.Gateway.Access;

/// <summary>Accounts as they were a moment ago, for every request asks for one.</summary>
public sealed class AccountBook(IDatabaseReader database, MachineClock clock) : ISignIns
{
    private readonly FreshBook<AccountRecord> _book = new(database.Accounts.FindAsync, clock);

    /// <summary>The account, or null.</summary>
    /// <exception cref="StorageUnavailableException">Accounts cannot be read now.</exception>
    public ValueTask<AccountRecord?> FindAsync(string userName, CancellationToken cancel) => _book.FindAsync(userName, cancel);

    /// <summary>The account was changed: it is read anew when it is next asked for.</summary>
    public void Forget(string userName) => _book.Forget(userName);

    /// <inheritdoc />
    public async ValueTask<bool> StandsAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        user.Identity?.Name is { } name && await FindAsync(name, cancel) is { } account && IsValid(account, user);

    internal static bool IsValid(AccountRecord account, ClaimsPrincipal user) =>
        !account.Disabled && user.FindFirstValue(SignInClaims.Stamp) == account.SecurityStamp;
}
