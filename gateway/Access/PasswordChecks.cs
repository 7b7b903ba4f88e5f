using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Sems.Grains.Cluster;
using Sems.Silo;

namespace Sems.Gateway.Access;

/// <summary>
/// Hashes passwords, two at a time at most: it is slow on purpose, and whoever guesses must not take the processors from stations. Remembers for
/// a while which were right, for scripts ask often.
/// </summary>
public sealed class PasswordChecks(MachineClock clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private static readonly Lazy<string> Nobodys = new(() => AdministratorAccount.Hash(AdministratorAccount.Generate()));
    private const int Most = 256;
    private const int AtOnce = 2;
    private const int MostWaiting = 40;

    private readonly ConcurrentDictionary<string, long> _good = new();
    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private int _waiting;

    /// <summary>Whether this password was found to have this hash a while ago; costs nothing.</summary>
    public bool IsKnown(string storedHash, string password) =>
        _good.TryGetValue(Key(storedHash, password), out var since) && clock.Time.GetElapsedTime(since) < Kept;

    /// <summary>Hashes a password.</summary>
    /// <returns>Null when too many wait for their turn.</returns>
    public Task<string?> HashAsync(string password, CancellationToken cancel) => InTurnAsync<string?>(() => AdministratorAccount.Hash(password), null, cancel);

    /// <summary>Compares a password with a hash.</summary>
    /// <param name="storedHash">An account's, or null for an account that is not there, which takes as long.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancel">Whoever asks went away.</param>
    /// <returns>Null when too many wait for their turn.</returns>
    public async Task<PasswordVerificationResult?> CheckAsync(string? storedHash, string password, CancellationToken cancel)
    {
        var result = await InTurnAsync<PasswordVerificationResult?>(() => AdministratorAccount.Check(storedHash ?? Nobodys.Value, password), null, cancel);
        if (storedHash is null) return result is null ? null : PasswordVerificationResult.Failed;
        if (result is PasswordVerificationResult.Success or PasswordVerificationResult.SuccessRehashNeeded)
        {
            if (_good.Count >= Most) _good.Clear();
            _good[Key(storedHash, password)] = clock.Time.GetTimestamp();
        }
        return result;
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private string Key(string storedHash, string password) => Convert.ToHexString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(storedHash + "\n" + password)));

    private async Task<T> InTurnAsync<T>(Func<T> work, T busy, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return busy;
        }
        try
        {
            await _turns.WaitAsync(cancel);
            try
            {
                return await Task.Run(work, CancellationToken.None);
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
