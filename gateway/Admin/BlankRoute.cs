namespace Sems.Gateway.Admin;

/// <summary>Nothing has a number of blanks: what is asked of such a thing is answered as of any that is not there, without a grain that cannot be.</summary>
internal sealed class BlankRoute : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.RouteValues.Values.Any(value => value is string part && string.IsNullOrWhiteSpace(part))
            ? ValueTask.FromResult<object?>(Results.NotFound(new Problem("编号不能为空")))
            : next(context);
}
