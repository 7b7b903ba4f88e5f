using Sems.GrainInterfaces;
using Sems.Grains.Cluster;

namespace Sems.Grains.Wechat;

/// <summary>
/// Keeps in memory what came in the last ten minutes: requests older than five are refused before they get here, so forgetting them lets none in again. A
/// silo that starts anew remembers nothing; what came less than five minutes before could then come once more.
/// </summary>
public sealed class WechatCallbackGrain(MachineClock clock) : Grain, IWechatCallbackGrain
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);
    private readonly HashSet<string> _seen = [];
    private readonly Queue<(string What, DateTimeOffset Until)> _order = new();

    /// <inheritdoc />
    public Task<WechatAdmission> Take(string request, string? message)
    {
        var now = clock.Time.GetUtcNow();
        while (_order.TryPeek(out var oldest) && oldest.Until <= now) _seen.Remove(_order.Dequeue().What);
        if (!Note("r " + request, now)) return Task.FromResult(WechatAdmission.Replayed);
        return Task.FromResult(message is null || Note("m " + message, now) ? WechatAdmission.New : WechatAdmission.Repeated);
    }

    /// <inheritdoc />
    public Task Forget(string request, string? message)
    {
        _seen.Remove("r " + request);
        if (message is not null) _seen.Remove("m " + message);
        return Task.CompletedTask;
    }

    private bool Note(string what, DateTimeOffset now)
    {
        if (!_seen.Add(what)) return false;
        _order.Enqueue((what, now + Memory));
        return true;
    }
}
