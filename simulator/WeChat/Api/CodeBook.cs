using System.Security.Cryptography;

namespace Sems.Simulator.WeChat.Api;

/// <summary>The codes of the sign-in by redirect: each is good once, for five minutes. Safe for concurrent use.</summary>
public sealed class CodeBook(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Openid, string Scope, DateTimeOffset End)> _codes = [];
    private readonly HashSet<string> _used = [];

    /// <summary>A code that tells who somebody is.</summary>
    public string Issue(string openid, string scope)
    {
        var code = "0" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 31);
        lock (_lock) _codes[code] = (openid, scope, time.GetUtcNow() + Lifetime);
        return code;
    }

    /// <summary>Takes a code.</summary>
    /// <returns>Whose it is; or WeChat's number of what is wrong with it.</returns>
    public (int Errcode, string Openid, string Scope) Take(string code)
    {
        lock (_lock)
        {
            if (_used.Contains(code)) return (40163, "", "");
            if (!_codes.Remove(code, out var entry)) return (40029, "", "");
            _used.Add(code);
            return entry.End > time.GetUtcNow() ? (0, entry.Openid, entry.Scope) : (42003, "", "");
        }
    }
}
