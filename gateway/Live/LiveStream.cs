using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Sems.Gateway.Access;
using Sems.Storage;

namespace Sems.Gateway.Live;

/// <summary>The stream of one listener: what the pollers tell, and a beat every five seconds, until it goes, is too slow, signed out, or SEMS stops.</summary>
internal sealed class LiveStream(
    LiveHub hub, LiveListener listener, IReadOnlyList<LiveTopic> topics, ISignIns signIns, TimeProvider campusTime, CancellationToken stopping) : IResult
{
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping, listener.Slow);
        try
        {
            Prepare(httpContext);
            await httpContext.Response.StartAsync(end.Token);
            var beats = BeatAsync(httpContext, end.Token);
            await SendAsync(httpContext, end.Token);
            await end.CancelAsync();
            await beats;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            if (listener.Slow.IsCancellationRequested && !httpContext.RequestAborted.IsCancellationRequested) await GiveUpAsync(httpContext);
        }
        finally
        {
            hub.Leave(listener, topics);
            listener.Dispose();
        }
    }

    private static void Prepare(HttpContext context)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream; charset=utf-8";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no"; // nginx would keep it back
    }

    private async Task SendAsync(HttpContext context, CancellationToken cancel)
    {
        var body = context.Response.BodyWriter;
        while (await listener.Events.WaitToReadAsync(cancel))
        {
            while (listener.Events.TryRead(out var told)) await body.WriteAsync(told, cancel);
            await body.FlushAsync(cancel);
        }
    }

    private async Task BeatAsync(HttpContext context, CancellationToken cancel)
    {
        try
        {
            using var timer = new PeriodicTimer(BetweenBeats, TimeProvider.System);
            do listener.Offer(Beat());
            while (await timer.WaitForNextTickAsync(cancel) && await IsStillSignedInAsync(context));
            listener.End();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // the stream ends
        }
        catch
        {
            listener.End();
            throw;
        }
    }

    private async ValueTask<bool> IsStillSignedInAsync(HttpContext context)
    {
        try
        {
            return await signIns.StandsAsync(context.User, context.RequestAborted);
        }
        catch (StorageUnavailableException)
        {
            return true; // nobody can say now; the next beat will
        }
    }

    private byte[] Beat() => Encoding.ASCII.GetBytes(
        $"event: beat\ndata: {{\"now\":\"{campusTime.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture)}\"}}\n\n");

    private static async Task GiveUpAsync(HttpContext context)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            limit.CancelAfter(LastWord);
            await context.Response.WriteAsync(": too slow, connect again\n\n", limit.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}
