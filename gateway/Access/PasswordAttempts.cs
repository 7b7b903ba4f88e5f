using Sems.Gateway.Service.Limits;
using Sems.Grains.Cluster;

namespace Sems.Gateway.Access;

/// <summary>How many passwords one address may have looked at, whoever's they are: guessing over many names is slow too.</summary>
/// <param name="clock">The machine's clock.</param>
/// <param name="perSecond">Passwords per second, in the long run.</param>
/// <param name="burst">Passwords at once, after a pause.</param>
public sealed class PasswordAttempts(MachineClock clock, double perSecond = PasswordAttempts.PerSecond, int burst = PasswordAttempts.Burst)
{
    /// <summary>Passwords per second, in the long run.</summary>
    public const double PerSecond = 0.5;

    /// <summary>Passwords at once, after a pause.</summary>
    public const int Burst = 60;

    private readonly TokenBuckets<ClientAddress> _buckets = new(perSecond, burst, clock.Time);

    /// <summary>Takes one.</summary>
    /// <param name="context">Whose address.</param>
    /// <param name="wait">When there is none: how long until there is one.</param>
    public bool TryTake(HttpContext context, out TimeSpan wait) => _buckets.TryTake(ClientAddress.Of(context.Connection.RemoteIpAddress), out wait);
}
