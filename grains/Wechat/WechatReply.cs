using Sems.GrainInterfaces;

namespace Sems.Grains.Wechat;

/// <summary>What WeChat answered. It does not show itself as text: it may bear a secret.</summary>
/// <param name="Code">errcode, 0 for success; null where there was no answer, or none that says anything.</param>
/// <param name="Message">errmsg, or what became of the call; without secrets.</param>
/// <param name="Value">What was asked for; null when there is none.</param>
/// <param name="Lasts">How long that is good.</param>
public sealed record WechatReply(int? Code, string Message, string? Value = null, TimeSpan Lasts = default)
{
    /// <summary>Whether it did what it was asked.</summary>
    public bool IsDone => Code == 0;

    /// <summary>What went wrong in one line, with its code.</summary>
    public string Fault => Code is { } code ? $"{WechatCodes.Words(code) ?? Message}（{code}）" : Message;

    /// <summary>As it goes between grains.</summary>
    public WechatAnswer ToAnswer() => IsDone && Value is { } value ? WechatAnswer.Of(value) : new WechatAnswer(null, Code, Fault);

    /// <summary>Without what it bears.</summary>
    public override string ToString() => $"WechatReply {{ Code = {Code}, Message = {Message} }}";
}
