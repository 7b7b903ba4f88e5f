using Sems.Gateway.Service.Counts;

namespace Sems.Gateway.Service;

/// <summary>A request that is turned away before a grain hears of it.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Reply">The protocol's JSON.</param>
/// <param name="RetryAfter">Seconds after which it may be sent again, or null.</param>
public sealed record ServiceRefusal(RefusalReason Reason, int Status, ReadOnlyMemory<byte> Reply, int? RetryAfter = null)
{
    /// <summary>No key, or the wrong one.</summary>
    public static readonly ServiceRefusal WrongKey = new(RefusalReason.StationKey, StatusCodes.Status401Unauthorized, ServiceReplies.WrongKey);

    /// <summary>The body is over the limit.</summary>
    public static readonly ServiceRefusal TooLarge = new(RefusalReason.TooLarge, StatusCodes.Status413PayloadTooLarge, ServiceReplies.TooLarge);

    /// <summary>The body did not come in time.</summary>
    public static readonly ServiceRefusal SlowBody = new(RefusalReason.SlowBody, StatusCodes.Status408RequestTimeout, ServiceReplies.BodyMissing);

    /// <summary>Too many requests.</summary>
    public static ServiceRefusal TooOften(RefusalReason reason, TimeSpan wait) => new(
        reason, StatusCodes.Status429TooManyRequests, ServiceReplies.TooOften, Math.Max(1, (int)Math.Ceiling(Math.Min(wait.TotalSeconds, 86_400))));
}
