using Sems.Gateway.Hosting;

namespace Sems.Gateway.Admin;

/// <summary>Answers 503 while storage or grains cannot be reached.</summary>
public sealed class OutageFilter : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            return Results.Json(new Problem("服务暂不可用，请稍后再试"), AdminJson.Default.Problem, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
