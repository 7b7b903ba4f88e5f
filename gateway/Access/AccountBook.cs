using System.Collections.Concurrent;
using System.Security.Claims;
using Sems.Grains.Cluster;
using Sems.Storage;
using Sems.Storage.Accounts;

namespace Sems.Gateway.Access;

/// <summary>
/// Accounts as they were a moment ago, for every request asks for one. What another gateway changed is seen within <see cref="Fresh"/>; what this
/// one changed, at once.
/// </summary>
public sealed class AccountBook(IDatabaseReader database, MachineClock clock)
{
    /// <summary>How old an account in memory may be.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private const int Most = 1_000;
    private readonly ConcurrentDictionary<string, Page> _pages = new();

    /// <summary>The account, or null. Names that are nobody's are not kept.</summary>
    /// <exception cref="StorageUnavailableException">Accounts cannot be read now.</exception>
    public async ValueTask<AccountRecord?> FindAsync(string userName, CancellationToken cancel)
    {
        if (_pages.TryGetValue(userName, out var page) && clock.Time.GetElapsedTime(page.ReadAt) < Fresh) return page.Account;
        var readAt = clock.Time.GetTimestamp();
        var account = await database.Accounts.FindAsync(userName, cancel);
        if (_pages.Count >= Most) _pages.Clear();
        if (account is null) _pages.TryRemove(userName, out _);
        else _pages[userName] = new Page(account, readAt);
        return account;
    }

    /// <summary>The account was changed: it is read anew when it is next asked for.</summary>
    public void Forget(string userName) => _pages.TryRemove(userName, out _);

    /// <summary>Whether a sign-in still stands: the account is there, not disabled, and its sign-ins were not ended. For what outlasts a request's beginning.</summary>
    /// <exception cref="StorageUnavailableException">Accounts cannot be read now.</exception>
    public async ValueTask<bool> StandsAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        user.Identity?.Name is { } name && await FindAsync(name, cancel) is { } account && IsValid(account, user);

    internal static bool IsValid(AccountRecord account, ClaimsPrincipal user) =>
        !account.Disabled && user.FindFirstValue(SignInClaims.Stamp) == account.SecurityStamp;

    private sealed record Page(AccountRecord Account, long ReadAt);
}
