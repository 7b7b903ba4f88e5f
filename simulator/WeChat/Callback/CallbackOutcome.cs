namespace Sems.Simulator.WeChat.Callback;

/// <summary>What became of a call to the account's server.</summary>
/// <param name="Status">The HTTP status of its last answer; null where there was none.</param>
/// <param name="Tries">How often it was called.</param>
/// <param name="Body">What it answered.</param>
/// <param name="Reply">The reply in it.</param>
/// <param name="Error">What WeChat would object to; null for nothing.</param>
public sealed record CallbackOutcome(int? Status, int Tries, string? Body = null, PassiveReply? Reply = null, string? Error = null)
{
    /// <summary>Whether WeChat would be content.</summary>
    public bool Ok => Error is null;
}
