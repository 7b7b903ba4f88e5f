using Sems.Grains;

namespace Sems.Gateway.Service;

/// <summary>
/// Everything around a call that is the same for all six: method, body, faults. Whatever happens, the station gets the
/// protocol's JSON.
/// </summary>
public sealed partial class ServiceHandler(IServiceProvider services, string name, ServiceFields fields, ServiceCall call)
{
    private readonly IGrainFactory _grains = services.GetRequiredService<IGrainFactory>();
    private readonly ILogger _log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Sems.Service");

    /// <summary>Answers a path under <c>/service</c> that names no call.</summary>
    public static Task NoSuchService(HttpContext context) => ReplyAsync(context, StatusCodes.Status404NotFound, ServiceReplies.NoSuchService);

    /// <summary>Answers one request.</summary>
    public async Task Handle(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = "POST";
            await ReplyAsync(context, StatusCodes.Status405MethodNotAllowed, ServiceReplies.PostOnly);
            return;
        }
        try
        {
            await AnswerAsync(context);
        }
        catch (BadHttpRequestException fault)
        {
            await ReplyAsync(context, fault.StatusCode, fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? ServiceReplies.TooLarge : ServiceReplies.BodyMissing);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The station hung up; there is nobody to answer.
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            LogUnavailable(name, failure.Message);
            await ReplyAsync(context, StatusCodes.Status503ServiceUnavailable, ServiceReplies.Unavailable);
        }
        catch (Exception failure)
        {
            LogBroken(name, failure);
            await ReplyAsync(context, StatusCodes.Status200OK, ServiceReplies.Broken);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (await ServiceBody.ReadAsync(context.Request) is not { } body)
        {
            context.Response.Headers.Connection = "close";
            await ReplyAsync(context, StatusCodes.Status413PayloadTooLarge, ServiceReplies.TooLarge);
            return;
        }
        var fault = ServiceParser.Read(body, fields, out var request);
        context.Request.BodyReader.AdvanceTo(body.End);
        await ReplyAsync(context, StatusCodes.Status200OK, fault is null ? await call(_grains, request) : ServiceReplies.Failed(fault));
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
