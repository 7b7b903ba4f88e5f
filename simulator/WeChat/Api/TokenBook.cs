using System.Security.Cryptography;

namespace Sems.Simulator.WeChat.Api;

/// <summary>
/// The account's access tokens and tickets. <c>stable_token</c> and <c>token</c> keep a token each: the first answers the same one until
/// 5 minutes before its end or until it is forced, the second a new one each time, the one before staying good for 5 minutes.
/// Safe for concurrent use.
/// </summary>
public sealed class TokenBook(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(7200);
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _tokens = [];
    private readonly Dictionary<string, DateTimeOffset> _tickets = [];
    private string? _stable;
    private string? _plain;
    private string? _ticket;

    /// <summary>The stable token and how long it is good, s.</summary>
    /// <param name="force">Whether the current one is to end at once.</param>
    public (string Token, int Seconds) Stable(bool force)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_stable is { } current && _tokens[current] is var entry)
            {
                if (!force && (entry.Stuck || (entry.Refusal == 0 && entry.End - now > Early))) return (current, Seconds(entry.End, now));
                if (force) entry.Refusal = 40001;
            }

            _stable = Issue(now);
            return (_stable, (int)Lifetime.TotalSeconds);
        }
    }

    /// <summary>A new token of the old kind, and how long it is good, s.</summary>
    public (string Token, int Seconds) Plain()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_plain is { } current && _tokens[current] is var entry && entry.End - now > Early) entry.End = now + Early;
            _plain = Issue(now);
            return (_plain, (int)Lifetime.TotalSeconds);
        }
    }

    /// <summary>Whether a token is good.</summary>
    /// <returns>0, or WeChat's number of what is wrong with it.</returns>
    public int Check(string? token)
    {
        if (string.IsNullOrEmpty(token)) return 41001;
        lock (_lock)
        {
            if (!_tokens.TryGetValue(token, out var entry)) return 40001;
            if (entry.Refusal != 0) return entry.Refusal;
            return entry.End > time.GetUtcNow() ? 0 : 42001;
        }
    }

    /// <summary>The ticket pages are signed with, and how long it is good, s.</summary>
    public (string Ticket, int Seconds) Ticket()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_ticket is null || _tickets[_ticket] - now <= Early)
            {
                _ticket = RandomNumberGenerator.GetString(Letters, 86);
                _tickets[_ticket] = now + Lifetime;
            }

            return (_ticket, Seconds(_tickets[_ticket], now));
        }
    }

    /// <summary>The tickets that are good.</summary>
    public IReadOnlyList<string> Tickets()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            return [.. _tickets.Where(t => t.Value > now).Select(t => t.Key)];
        }
    }

    /// <summary>Every token so far ends now, as by another holder of the secret or by WeChat's own fault.</summary>
    /// <param name="errcode">What a call with one is answered: 42001, 40001 or 40014.</param>
    /// <param name="stuck">Whether <c>stable_token</c> goes on answering the ended one until it is forced.</param>
    public void Expire(int errcode = 42001, bool stuck = false)
    {
        lock (_lock)
        {
            foreach (var entry in _tokens.Values) (entry.Refusal, entry.Stuck) = (errcode, stuck);
            _tickets.Clear();
            _ticket = null;
        }
    }

    private string Issue(DateTimeOffset now)
    {
        var token = RandomNumberGenerator.GetInt32(60, 99) + "_" + RandomNumberGenerator.GetString(Letters, 133);
        _tokens[token] = new Entry { End = now + Lifetime };
        return token;
    }

    private static int Seconds(DateTimeOffset end, DateTimeOffset now) => Math.Max(0, (int)(end - now).TotalSeconds);

    private sealed class Entry
    {
        public DateTimeOffset End { get; set; }

        public int Refusal { get; set; }

        public bool Stuck { get; set; }
    }
}
