using Sems.Gateway.Access;
using Sems.Gateway.Admin;

namespace Sems.Gateway.Live;

/// <summary>Lets who wants to look on in, as long as there is room.</summary>
internal sealed class LiveDoor(LiveHub hub, TimeProvider time, IHostApplicationLifetime host)
{
    /// <summary>The stream of who asks, or that there is no room.</summary>
    /// <param name="context">The request; whose it is was checked.</param>
    /// <param name="audience">Among whom.</param>
    /// <param name="topics">At what: checked that they may.</param>
    /// <param name="signIns">What tells whether the sign-in still stands.</param>
    public IResult Open(HttpContext context, LiveAudience audience, IReadOnlyList<LiveTopic> topics, ISignIns signIns)
    {
        var listener = new LiveListener(context.User.Identity?.Name ?? "?", audience);
        if (hub.TryJoin(listener, topics)) return new LiveStream(hub, listener, topics, signIns, time, host.ApplicationStopping);
        listener.Dispose();
        context.Response.Headers.RetryAfter = "10";
        return Results.Json(new Problem("实时页面开得太多，请关掉一些再试"), statusCode: StatusCodes.Status429TooManyRequests);
    }
}
