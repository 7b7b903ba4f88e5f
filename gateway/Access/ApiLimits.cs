using System.Globalization;
using Sems.Gateway.Service.Limits;
using Sems.Grains.Cluster;

namespace Sems.Gateway.Access;

/// <summary>
/// How much one user, or one address that is not signed in, may ask of <c>/api</c>, and of WeChat's sign-in: far more than a person at several screens does.
/// <c>Api:Limits=off</c> takes it away; <c>Api:Limits:PerSecond</c> and <c>:Burst</c> change it.
/// </summary>
internal sealed class ApiLimits
{
    /// <summary>Bytes of a request, unless a route says otherwise.</summary>
    public const int MostBytes = 256 * 1024;

    private const string Section = "Api:Limits";
    private readonly TokenBuckets<string>? _users;
    private readonly TokenBuckets<ClientAddress>? _addresses;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="FormatException">A value is not understood.</exception>
    public ApiLimits(IConfiguration configuration, MachineClock clock)
    {
        var section = configuration.GetSection(Section);
        if (section.Value is not (null or "" or "on" or "off")) throw new FormatException($"{Section} must be on or off, it is '{section.Value}'");
        if (section.Value == "off") return;
        var (perSecond, burst) = (Whole(section, "PerSecond", 100), Whole(section, "Burst", 1_000));
        _users = new TokenBuckets<string>(perSecond, burst, clock.Time);
        _addresses = new TokenBuckets<ClientAddress>(perSecond, burst, clock.Time);
    }

    /// <summary>Comes after it is known who asks, before it is looked at whether they may.</summary>
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/api") && !context.Request.Path.StartsWithSegments("/wechat/oauth")) return next(context);
        return context.RequestServices.GetRequiredService<ApiLimits>().MayAsk(context, out var wait)
            ? next(context)
            : Refusals.WriteAsync(context, StatusCodes.Status429TooManyRequests, Refusals.TooMany(wait));
    }

    private bool MayAsk(HttpContext context, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        return context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? _users?.TryTake(name, out wait) ?? true
            : _addresses?.TryTake(ClientAddress.Of(context.Connection.RemoteIpAddress), out wait) ?? true;
    }

    private static int Whole(IConfiguration section, string name, int standard)
    {
        const int most = 1_000_000;
        if (section[name] is not { } text) return standard;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= most
            ? value
            : throw new FormatException($"{Section}:{name} must be a whole number from 1 to {most}, it is '{text}'");
    }
}
