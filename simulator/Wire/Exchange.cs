namespace Sems.Simulator.Wire;

/// <summary>What became of one request.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Reply">The well-formed reply; null when there was none.</param>
/// <param name="ReplyText">The reply as received, for an error report.</param>
/// <param name="AsExpected">Whether the reply was one the situation allows.</param>
public sealed record Exchange(ServiceRequest Request, ServiceReply? Reply, string ReplyText, bool AsExpected)
{
    /// <summary>Whether the reply is result 1.</summary>
    public bool IsDone => Reply?.Result == 1;

    /// <summary>Whether the reply is a refusal with this message.</summary>
    public bool IsRefusal(string message) => Reply is { Result: 0 } reply && reply.Message == message;
}
