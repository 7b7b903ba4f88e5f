using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Sems.Grains.Accounts;
using Sems.Storage.Accounts;

namespace Sems.Silo;

/// <summary>The administrator "admin": made on first start, its password taken from the environment or generated. And how passwords are hashed.</summary>
public static class AdministratorAccount
{
    /// <summary>User name.</summary>
    public const string UserName = "admin";

    /// <summary>The environment variable that sets the password.</summary>
    public const string PasswordVariable = "SEMS_ADMIN_PASSWORD";

    private static readonly PasswordHasher<string> Hasher = new();

    /// <summary>Hash of a password, as stored.</summary>
    public static string Hash(string password) => Hasher.HashPassword(UserName, password);

    /// <summary>Whether a password has this stored hash.</summary>
    public static bool Verify(string hash, string password) => Hasher.VerifyHashedPassword(UserName, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Whether a password has this stored hash, and whether it is hashed otherwise today.</summary>
    public static PasswordVerificationResult Check(string hash, string password) => Hasher.VerifyHashedPassword(UserName, hash, password);

    /// <summary>A random password that can be read out: no letter looks like another or like a digit.</summary>
    public static string Generate() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789", 16);

    /// <summary>Makes sure there is an administrator. Runs before grains do.</summary>
    /// <param name="accounts">Where accounts are kept.</param>
    /// <param name="given">The password from the environment, or null; a different one than stored replaces it, and lets "admin" in again whatever was done to it.</param>
    /// <param name="now">The time.</param>
    /// <returns>A password that was generated now and must be shown once, or null.</returns>
    public static async Task<string?> EnsureAsync(IAccounts accounts, string? given, DateTimeOffset now)
    {
        var all = await accounts.ReadAllAsync();
        var stored = all.FirstOrDefault(a => a.UserName == UserName);
        if (!string.IsNullOrEmpty(given))
        {
            if (stored is null) await AddAsync(accounts, given, now);
            else if (!stored.IsActiveAdministrator || !Verify(stored.PasswordHash, given)) await accounts.ChangeAsync(UserName, account => Renewed(account, Hash(given)));
            return null;
        }
        if (all.Any(a => a.IsActiveAdministrator)) return null;
        var password = Generate();
        await AddAsync(accounts, password, now);
        return password;
    }

    private static Task AddAsync(IAccounts accounts, string password, DateTimeOffset now) => accounts.AddAsync(new AccountRecord(
        UserName, Hash(password), AccountRole.Administrator, AccountsGrain.NewStamp(), Disabled: false, MustChangePassword: false, now));

    private static AccountRecord Renewed(AccountRecord account, string hash) => SignInLock.Succeeded(account) with
    {
        PasswordHash = hash,
        Role = AccountRole.Administrator,
        SecurityStamp = AccountsGrain.NewStamp(),
        Disabled = false,
        MustChangePassword = false,
    };
}
