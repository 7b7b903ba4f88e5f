using System.Globalization;
using Sems.Gateway.Service.Counts;
using Sems.Gateway.Service.Limits;
using Sems.Grains;

namespace Sems.Gateway.Service;

/// <summary>
/// Everything around a call that is the same for all six: method, limits, body, key, faults, counts. Whatever happens, the station gets the
/// protocol's JSON.
/// </summary>
public sealed partial class ServiceHandler(IServiceProvider services, string name, ServiceFields fields, ServiceCall call)
{
    private readonly IGrainFactory _grains = services.GetRequiredService<IGrainFactory>();
    private readonly ILogger _log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Sems.Service");
    private readonly ServiceGuard _guard = services.GetRequiredService<ServiceGuard>();
    private readonly RefusalBook _refusals = services.GetRequiredService<RefusalBook>();
    private readonly OutcomeCounts _counts = services.GetRequiredService<ServiceCounts>().Of(name);
    private readonly TimeSpan _bodyWithin = TimeSpan.FromSeconds(services.GetRequiredService<ServiceLimits>().BodySeconds);

    /// <summary>Answers a path under <c>/service</c> that names no call.</summary>
    public static Task NoSuchService(HttpContext context) => ReplyAsync(context, StatusCodes.Status404NotFound, ServiceReplies.NoSuchService);

    /// <summary>Answers one request.</summary>
    public async Task Handle(HttpContext context) => _counts.Add(await AnswerAsync(context));

    private async Task<ServiceOutcome> AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = "POST";
            await ReplyAsync(context, StatusCodes.Status405MethodNotAllowed, ServiceReplies.PostOnly);
            return ServiceOutcome.NotUnderstood;
        }
        try
        {
            return await CallAsync(context);
        }
        catch (BadHttpRequestException fault)
        {
            if (fault.StatusCode == StatusCodes.Status413PayloadTooLarge) return await RefuseAndCloseAsync(context, ServiceRefusal.TooLarge);
            if (fault.StatusCode == StatusCodes.Status408RequestTimeout) return await RefuseAndCloseAsync(context, ServiceRefusal.SlowBody);
            context.Response.Headers.Connection = "close"; // where the next request would begin is not known
            await ReplyAsync(context, fault.StatusCode, ServiceReplies.BodyMissing);
            return ServiceOutcome.NotUnderstood;
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return ServiceOutcome.Gone; // there is nobody to answer
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            LogUnavailable(name, failure.Message);
            await ReplyAsync(context, StatusCodes.Status503ServiceUnavailable, ServiceReplies.Unavailable);
            return ServiceOutcome.Unavailable;
        }
        catch (Exception failure)
        {
            LogBroken(name, failure);
            await ReplyAsync(context, StatusCodes.Status200OK, ServiceReplies.Broken);
            return ServiceOutcome.Broken;
        }
    }

    private async Task<ServiceOutcome> CallAsync(HttpContext context)
    {
        var address = AddressOf(context);
        if (_guard.Check(address) is { } early) return await RefuseAsync(context, early);
        if (await ServiceBody.ReadAsync(context.Request, _bodyWithin) is not { } body) return await RefuseAndCloseAsync(context, ServiceRefusal.TooLarge);
        var fault = ServiceParser.Read(body, fields, out var request);
        context.Request.BodyReader.AdvanceTo(body.End);
        if (fault is not null)
        {
            await ReplyAsync(context, StatusCodes.Status200OK, ServiceReplies.Failed(fault));
            return ServiceOutcome.NotUnderstood;
        }
        if (_guard.Check(context.Request, request.Group, address) is { } refusal) return await RefuseAsync(context, refusal, request.Group);
        await ReplyAsync(context, StatusCodes.Status200OK, await call(_grains, request));
        return ServiceOutcome.Answered;
    }

    private static ClientAddress AddressOf(HttpContext context) => ClientAddress.Of(context.Connection.RemoteIpAddress);

    /// <summary>The rest of the body is not waited for.</summary>
    private Task<ServiceOutcome> RefuseAndCloseAsync(HttpContext context, ServiceRefusal refusal)
    {
        context.Response.Headers.Connection = "close";
        return RefuseAsync(context, refusal);
    }

    private async Task<ServiceOutcome> RefuseAsync(HttpContext context, ServiceRefusal refusal, string? group = null)
    {
        _refusals.Add(refusal.Reason, AddressOf(context), group);
        if (refusal.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await ReplyAsync(context, refusal.Status, refusal.Reply);
        return ServiceOutcome.Refused;
    }

    private static async Task ReplyAsync(HttpContext context, int status, ReadOnlyMemory<byte> reply)
    {
        if (context.Response.HasStarted) return;
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = ServiceReplies.ContentType;
        response.ContentLength = reply.Length;
        await response.BodyWriter.WriteAsync(reply);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "/service/{Name} answered 503: {Reason}")]
    private partial void LogUnavailable(string name, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "/service/{Name} failed")]
    private partial void LogBroken(string name, Exception failure);
}
