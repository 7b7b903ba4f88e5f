using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Sems.Storage.Registry;

namespace Sems.Silo;

/// <summary>The administrator "admin": made on first start, its password taken from the environment or generated.</summary>
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

    /// <summary>Makes sure there is an administrator.</summary>
    /// <param name="registry">Where accounts are kept.</param>
    /// <param name="given">The password from the environment, or null; a different one than stored replaces it.</param>
    /// <returns>A password that was generated now and must be shown once, or null.</returns>
    public static async Task<string?> EnsureAsync(IRegistry registry, string? given)
    {
        var stored = await registry.FindAdministratorAsync(UserName);
        if (!string.IsNullOrEmpty(given))
        {
            if (stored is null || !Verify(stored, given)) await registry.SaveAdministratorAsync(UserName, Hash(given));
            return null;
        }
        if (stored is not null) return null;
        var password = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789", 16);
        await registry.SaveAdministratorAsync(UserName, Hash(password));
        return password;
    }
}
