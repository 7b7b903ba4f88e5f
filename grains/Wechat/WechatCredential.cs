using Sems.GrainInterfaces;

namespace Sems.Grains.Wechat;

/// <summary>A token or ticket as it is kept: when to ask for another, and when not to ask since asking has just failed.</summary>
internal sealed class WechatCredential
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(1);
    private string? _value;
    private DateTimeOffset _ends;
    private DateTimeOffset _renewAt;
    private WechatAnswer? _failure;
    private DateTimeOffset _quietUntil;
    private int _failures;

    /// <summary>What to answer without asking WeChat; null when it must be asked.</summary>
    public WechatAnswer? Known(DateTimeOffset now)
    {
        if (_value is not null && now < _renewAt) return WechatAnswer.Of(_value);
        if (now >= _quietUntil) return null;
        return _value is not null && now < _ends ? WechatAnswer.Of(_value) : _failure;
    }

    /// <summary>It is this one, and not good.</summary>
    public bool Is(string value) => _value == value;

    /// <summary>It is worth nothing.</summary>
    public void Drop() => _value = null;

    /// <summary>Takes what WeChat answered, and says what to answer in turn: the old one while it is good, when there is no new one.</summary>
    public WechatAnswer Take(WechatReply reply, DateTimeOffset now)
    {
        if (reply is { IsDone: true, Value: { } value })
        {
            (_value, _ends, _failure, _quietUntil, _failures) = (value, now + reply.Lasts, null, default, 0);
            _renewAt = _ends - (reply.Lasts > 2 * Early ? Early : reply.Lasts / 2);
            return WechatAnswer.Of(value);
        }
        Fail(reply.ToAnswer(), now);
        return _value is not null && now < _ends ? WechatAnswer.Of(_value) : _failure!;
    }

    /// <summary>Asking was in vain: for 1 s nothing is asked, then twice as long each time up to a minute.</summary>
    public WechatAnswer Fail(WechatAnswer failure, DateTimeOffset now)
    {
        var quiet = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_failures++, 6)));
        _quietUntil = now + (quiet < LongestQuiet ? quiet : LongestQuiet);
        return _failure = failure;
    }
}
