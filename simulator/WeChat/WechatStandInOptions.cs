using Sems.Simulator.WeChat.Chat;

namespace Sems.Simulator.WeChat;

/// <summary>How a stand-in is started.</summary>
public sealed record WechatStandInOptions
{
    /// <summary>Where it listens; a free port of the loopback where not given.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>The official account it serves; made up where not given.</summary>
    public WechatAccount Account { get; init; } = WechatAccount.MakeUp();

    /// <summary>Where the account's server is, whose <c>/wechat/callback</c> is called; may be told later by <see cref="WechatStandIn.Gateway"/>.</summary>
    public Uri? Gateway { get; init; }

    /// <summary>The account's templates; with none, every template is taken.</summary>
    public IReadOnlyList<WechatTemplate> Templates { get; init; } = WechatTemplate.All;

    /// <summary>Who uses WeChat here.</summary>
    public IReadOnlyList<WechatUser> Users { get; init; } = WechatUser.Made;

    /// <summary>How long an answer of the account's server is waited for. WeChat waits 5 s.</summary>
    public TimeSpan CallbackPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a message is offered to an account's server that does not answer. WeChat offers it three times.</summary>
    public int CallbackTries { get; init; } = 3;

    /// <summary>Tells the time that tokens, codes and signatures go by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
