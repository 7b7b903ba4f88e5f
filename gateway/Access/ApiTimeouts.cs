using System.Globalization;
using Microsoft.AspNetCore.Http.Timeouts;
using Sems.Gateway.Admin;

namespace Sems.Gateway.Access;

/// <summary>
/// How long a request of <c>/api</c> may take: <c>Api:TimeoutSeconds</c>, 30 unless set. What streams (live data, files of lists) says so with
/// <see cref="AsStream"/>.
/// </summary>
internal static class ApiTimeouts
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "api";

    private const string Setting = "Api:TimeoutSeconds";
    private const int Usual = 30;
    private const int Most = 600;

    /// <summary>It streams, for as long as somebody listens or reads.</summary>
    public static TBuilder AsStream<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder
    {
        route.DisableRequestTimeout();
        return route;
    }

    /// <summary>Reads and checks the setting.</summary>
    /// <exception cref="FormatException">It is not understood or out of range.</exception>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var seconds = Usual;
        if (configuration[Setting] is { Length: > 0 } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds is >= 1 and <= Most))
        {
            throw new FormatException($"{Setting} must be a whole number from 1 to {Most}, it is '{text}'");
        }
        services.AddRequestTimeouts(options => options.AddPolicy(Policy, new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(seconds),
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => context.Response.WriteAsJsonAsync(new Problem("处理时间过长，请缩小范围后重试"), AdminJson.Readable.Problem),
        }));
    }
}
