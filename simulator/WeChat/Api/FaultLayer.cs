using Microsoft.AspNetCore.Http;

namespace Sems.Simulator.WeChat.Api;

/// <summary>Lies around WeChat's calls: counts them, and lets go wrong what is to go wrong.</summary>
public sealed class FaultLayer(CallBook calls, FaultBook faults, TimeProvider time)
{
    /// <summary>Whether a path is WeChat's own, not the stand-in's.</summary>
    public static bool Covers(PathString path) =>
        path.StartsWithSegments("/cgi-bin", StringComparison.Ordinal) || path.StartsWithSegments("/sns", StringComparison.Ordinal)
        || path.StartsWithSegments("/connect", StringComparison.Ordinal) || path.StartsWithSegments("/open", StringComparison.Ordinal);

    /// <summary>Handles a call.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        calls.Enter(path);
        try
        {
            var fault = faults.Take(path);
            var unseen = fault is { Late: true } ? await CarryOutUnseenAsync(context, next).ConfigureAwait(false) : null;
            if (fault is { DelayMs: > 0 }) await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, context.RequestAborted).ConfigureAwait(false);
            if (fault is not null && await GoWrongAsync(context, fault).ConfigureAwait(false)) return;
            if (unseen is null) await next(context).ConfigureAwait(false);
            else await context.Response.Body.WriteAsync(unseen, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away while it was kept waiting.
        }
        finally
        {
            calls.Leave(path);
        }
    }

    private static async Task<byte[]> CarryOutUnseenAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var unseen = new MemoryStream();
        context.Response.Body = unseen;
        try
        {
            await next(context).ConfigureAwait(false);
            return unseen.ToArray();
        }
        finally
        {
            context.Response.Body = body;
        }
    }

    private static async Task<bool> GoWrongAsync(HttpContext context, Fault fault)
    {
        if (fault.Drop)
        {
            context.Abort();
            return true;
        }

        if (fault.Status is { } status)
        {
            context.Response.Clear();
            context.Response.StatusCode = status;
            return true;
        }

        if (fault.Errcode is not { } errcode) return false;
        context.Response.Clear();
        await WechatReply.Error(errcode).ExecuteAsync(context).ConfigureAwait(false);
        return true;
    }
}
