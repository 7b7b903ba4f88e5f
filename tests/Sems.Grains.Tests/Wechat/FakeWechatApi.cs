using System.Collections.Concurrent;
using Sems.Grains.Wechat;

namespace Sems.Grains.Tests.Wechat;

/// <summary>WeChat as the test says, and what was asked of it.</summary>
internal sealed class FakeWechatApi : IWechatApi
{
    private int _tokens;

    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What stable_token answers; another token each time without it.</summary>
    public Func<bool, Task<WechatReply>>? Token { get; set; }

    public Func<string, WechatReply> Ticket { get; set; } = token => new WechatReply(0, "ok", "ticket of " + token, TimeSpan.FromHours(2));

    public Func<string, string, WechatReply> Send { get; set; } = (_, _) => new WechatReply(0, "ok");

    public static WechatReply Given(string token, double seconds = 7200) => new(0, "ok", token, TimeSpan.FromSeconds(seconds));

    public int Count(string what) => Asked.Count(a => a.StartsWith(what, StringComparison.Ordinal));

    public Task<WechatReply> TokenAsync(bool force, CancellationToken cancel = default)
    {
        Asked.Enqueue(force ? "token!" : "token");
        return Token?.Invoke(force) ?? Task.FromResult(Given($"t{Interlocked.Increment(ref _tokens)}"));
    }

    public Task<WechatReply> TicketAsync(string token, CancellationToken cancel = default)
    {
        Asked.Enqueue("ticket " + token);
        return Task.FromResult(Ticket(token));
    }

    public Task<WechatReply> OpenidAsync(string code, CancellationToken cancel = default)
    {
        Asked.Enqueue("openid " + code);
        return Task.FromResult(code == "good" ? new WechatReply(0, "ok", "o-1") : new WechatReply(40029, "invalid code"));
    }

    public Task<WechatReply> SendAsync(string token, string json, CancellationToken cancel = default)
    {
        Asked.Enqueue($"send {token} {json}");
        return Task.FromResult(Send(token, json));
    }

    public Task<WechatReply> CreateMenuAsync(string token, string json, CancellationToken cancel = default) => Task.FromResult(new WechatReply(0, "ok"));
}
