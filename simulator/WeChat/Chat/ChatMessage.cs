namespace Sems.Simulator.WeChat.Chat;

/// <summary>A line of somebody's chat with the account.</summary>
/// <param name="Id">Grows by one with each line of the stand-in.</param>
/// <param name="Openid">Whose chat.</param>
/// <param name="At">When.</param>
/// <param name="Kind">template: a template message · reply: what the account answered · text: what the person wrote · event: what the person did · fault: WeChat's own word that the account did not answer.</param>
public sealed record ChatMessage(long Id, string Openid, DateTimeOffset At, string Kind)
{
    /// <summary>The title of a template message or of an article.</summary>
    public string? Title { get; init; }

    /// <summary>The words; those of a reply may hold links as <c>&lt;a href&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Where a touch on the message leads; null for nowhere.</summary>
    public string? Url { get; init; }

    /// <summary>The lines of a template message.</summary>
    public IReadOnlyList<ChatField>? Fields { get; init; }

    /// <summary>A template message's template.</summary>
    public string? TemplateId { get; init; }

    /// <summary>A template message's number of the sender's.</summary>
    public string? ClientMsgId { get; init; }

    /// <summary>A template message's number of WeChat's.</summary>
    public long? Msgid { get; init; }
}
