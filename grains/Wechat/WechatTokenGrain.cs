using Sems.GrainInterfaces;
using Sems.Grains.Cluster;

namespace Sems.Grains.Wechat;

/// <summary>
/// Keeps token and ticket in memory: stable_token gives the same one again, so a new activation loses nothing. Callers queue, hence the first asks and
/// the others have what it got; what fails is not asked again at once.
/// </summary>
public sealed class WechatTokenGrain(IWechatApi api, MachineClock clock) : Grain, IWechatTokenGrain
{
    /// <summary>WeChat takes no notice of a forced renewal sooner after another.</summary>
    private static readonly TimeSpan BetweenForced = TimeSpan.FromSeconds(30);

    private readonly WechatCredential _token = new();
    private readonly WechatCredential _ticket = new();
    private DateTimeOffset? _forcedAt;

    private DateTimeOffset Now => clock.Time.GetUtcNow();

    /// <inheritdoc />
    public async Task<WechatAnswer> Token() => _token.Known(Now) ?? _token.Take(await api.TokenAsync(force: false), Now);

    /// <inheritdoc />
    public async Task<WechatAnswer> Renew(string bad)
    {
        if (_token.Is(bad)) _token.Drop();
        if (_token.Known(Now) is { } known) return known;
        var reply = await api.TokenAsync(force: false);
        return reply.Value == bad ? await ForceAsync(bad) : _token.Take(reply, Now);
    }

    /// <inheritdoc />
    public async Task<WechatAnswer> Ticket()
    {
        if (_ticket.Known(Now) is { } known) return known;
        var token = await Token();
        if (token.Value is null) return _ticket.Fail(token, Now);
        var reply = await api.TicketAsync(token.Value);
        if (WechatCodes.IsBadToken(reply.Code))
        {
            token = await Renew(token.Value);
            if (token.Value is null) return _ticket.Fail(token, Now);
            reply = await api.TicketAsync(token.Value);
        }
        return _ticket.Take(reply, Now);
    }

    /// <inheritdoc />
    public async Task<WechatAnswer> OpenidOf(string code) => (await api.OpenidAsync(code)).ToAnswer();

    private async Task<WechatAnswer> ForceAsync(string bad)
    {
        if (_forcedAt is { } last && Now - last < BetweenForced)
            return _token.Fail(new WechatAnswer(null, 40001, "接口凭证刚刚强制更新过，仍被拒绝（40001）"), Now);
        _forcedAt = Now;
        var reply = await api.TokenAsync(force: true);
        return reply.Value == bad
            ? _token.Fail(new WechatAnswer(null, 40001, "接口凭证强制更新后没有变化（40001）"), Now)
            : _token.Take(reply, Now);
    }
}
