using System.Globalization;
using Sems.Simulator.WeChat.Callback;

namespace Sems.Simulator.WeChat.Chat;

/// <summary>What people do in their chats with the account: WeChat tells the account's server, and shows what it answers.</summary>
/// <param name="users">Everybody.</param>
/// <param name="chat">Their chats.</param>
/// <param name="callback">The way to the account's server.</param>
/// <param name="gateway">Where that is; null where nobody is to be told.</param>
/// <param name="time">Numbers the messages.</param>
public sealed class ChatDesk(UserBook users, ChatBook chat, CallbackClient callback, Func<Uri?> gateway, TimeProvider time)
{
    private long _msgId = time.GetUtcNow().ToUnixTimeMilliseconds() * 1_000_000;

    /// <summary>Follows the account.</summary>
    public Task<CallbackOutcome> SubscribeAsync(WechatUser user, CallbackMode mode, CancellationToken cancellation)
    {
        users.Follow(user.Openid, true);
        return TellAsync(CallbackEvent.Subscribe(user.Openid), "event", "已关注公众号", mode, cancellation);
    }

    /// <summary>Follows it no more.</summary>
    public Task<CallbackOutcome> UnsubscribeAsync(WechatUser user, CallbackMode mode, CancellationToken cancellation)
    {
        users.Follow(user.Openid, false);
        return TellAsync(CallbackEvent.Unsubscribe(user.Openid), "event", "已取消关注", mode, cancellation);
    }

    /// <summary>Tells where the phone is.</summary>
    /// <param name="user">Who.</param>
    /// <param name="latitude">WGS-84, degrees.</param>
    /// <param name="longitude">WGS-84, degrees.</param>
    /// <param name="precision">How exactly, m.</param>
    /// <param name="mode">How it is told.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<CallbackOutcome> LocateAsync(
        WechatUser user, double latitude, double longitude, double precision, CallbackMode mode, CancellationToken cancellation)
    {
        users.Move(user.Openid, latitude, longitude);
        var words = string.Create(CultureInfo.InvariantCulture, $"已上报位置 {latitude:0.0000}, {longitude:0.0000}");
        return TellAsync(CallbackEvent.Location(user.Openid, latitude, longitude, precision), "event", words, mode, cancellation);
    }

    /// <summary>Writes something.</summary>
    public Task<CallbackOutcome> WriteAsync(WechatUser user, string text, CallbackMode mode, CancellationToken cancellation) =>
        TellAsync(CallbackEvent.Text(user.Openid, text, Interlocked.Increment(ref _msgId)), "text", text, mode, cancellation);

    /// <summary>Touches a button of the menu.</summary>
    /// <param name="user">Who.</param>
    /// <param name="key">The button's key; the address where it opens a page.</param>
    /// <param name="mode">How it is told.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<CallbackOutcome> ClickAsync(WechatUser user, string key, CallbackMode mode, CancellationToken cancellation) => key.Contains("://", StringComparison.Ordinal)
        ? TellAsync(CallbackEvent.View(user.Openid, key), null, "", mode, cancellation)
        : TellAsync(CallbackEvent.Click(user.Openid, key), null, "", mode, cancellation);

    /// <summary>Asks the account's server to show that it knows the token.</summary>
    public async Task<CallbackOutcome> VerifyAsync(CancellationToken cancellation) =>
        gateway() is { } server ? await callback.VerifyAsync(server, cancellation).ConfigureAwait(false) : Nobody;

    private static CallbackOutcome Nobody { get; } = new(null, 0, Error: "no server has been named");

    private async Task<CallbackOutcome> TellAsync(CallbackEvent what, string? kind, string words, CallbackMode mode, CancellationToken cancellation)
    {
        if (kind is not null) chat.Add(what.Openid, kind, m => m with { Text = words });
        if (gateway() is not { } server) return Nobody;
        var outcome = await callback.SendAsync(server, what, mode, cancellation).ConfigureAwait(false);
        if (outcome.Reply is { } reply) Show(what.Openid, reply);
        if (!outcome.Ok && what.Type == "text") chat.Add(what.Openid, "fault", m => m with { Text = "该公众号提供的服务出现故障，请稍后再试" });
        return outcome;
    }

    private void Show(string openid, PassiveReply reply)
    {
        if (reply.Text is { } text) chat.Add(openid, "reply", m => m with { Text = text });
        foreach (var article in reply.Articles) chat.Add(openid, "reply", m => m with { Title = article.Title, Text = article.Description, Url = article.Url });
    }
}
