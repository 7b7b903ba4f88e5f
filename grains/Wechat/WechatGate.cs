using Sems.Grains.Cluster;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Wechat;

/// <summary>Closed while WeChat wants no calls of this account at all; of this process, for all who send.</summary>
public sealed class WechatGate(MachineClock clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);
    private readonly Lock _lock = new();
    private DateTimeOffset _closedUntil;
    private string _reason = "";

    /// <summary>Why, and for how long, nothing is to be sent; null when it may be.</summary>
    public (string Reason, TimeSpan Left)? Closed
    {
        get
        {
            lock (_lock)
            {
                var left = _closedUntil - clock.Time.GetUtcNow();
                return left > TimeSpan.Zero ? (_reason, left) : null;
            }
        }
    }

    /// <summary>The day's quota is used up (45009): until midnight in China, when WeChat counts anew, but six hours at most.</summary>
    public TimeSpan CloseForTheDay(string reason)
    {
        var china = ChinaTime.ToLocal(clock.Time.GetUtcNow());
        var left = china.Date.AddDays(1) - china.DateTime;
        return Close(left < Longest ? left : Longest, reason);
    }

    /// <summary>Closes it.</summary>
    public TimeSpan Close(TimeSpan pause, string reason)
    {
        lock (_lock) (_closedUntil, _reason) = (clock.Time.GetUtcNow() + pause, reason);
        return pause;
    }
}
