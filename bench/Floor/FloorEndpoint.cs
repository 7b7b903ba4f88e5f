using Sems.Gateway.Service;

namespace Sems.Bench.Floor;

/// <summary>Reads a request as the gateway does and answers the same bytes whatever it says.</summary>
internal sealed class FloorEndpoint(ServiceFields fields, ReadOnlyMemory<byte> reply)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task Handle(HttpContext context)
    {
        if (await ServiceBody.ReadAsync(context.Request, Patience) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        var fault = ServiceParser.Read(body, fields, out _);
        context.Request.BodyReader.AdvanceTo(body.End);
        await ReplyAsync(context.Response, fault is null ? reply : ServiceReplies.Failed(fault));
    }

    private static async Task ReplyAsync(HttpResponse response, ReadOnlyMemory<byte> bytes)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ServiceReplies.ContentType;
        response.ContentLength = bytes.Length;
        await response.BodyWriter.WriteAsync(bytes);
    }
}
