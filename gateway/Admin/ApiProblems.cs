using Sems.Grains;

namespace Sems.Gateway.Admin;

/// <summary>
/// Gives words to what goes wrong: storage or grains that cannot be reached, anywhere; under <c>/api</c> also a parameter or
/// body that cannot be read, an unknown path.
/// </summary>
internal static class ApiProblems
{
    /// <summary>Puts it before whatever refuses.</summary>
    public static void UseApiProblems(this IApplicationBuilder web)
    {
        web.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages(refused => SayAsync(refused.HttpContext.Response)));
        web.Use(CatchOutageAsync);
    }

    private static async Task CatchOutageAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (Outage.Is(failure) && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await SayAsync(context.Response);
        }
    }

    private static Task SayAsync(HttpResponse response) => response.WriteAsJsonAsync(new Problem(Words(response.StatusCode)), AdminJson.Readable.Problem);

    /// <summary>A status in words.</summary>
    public static string Words(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求的参数或内容无法识别",
        StatusCodes.Status404NotFound => "没有这个地址",
        StatusCodes.Status405MethodNotAllowed => "不支持这种请求方式",
        StatusCodes.Status413PayloadTooLarge => "请求太大",
        StatusCodes.Status415UnsupportedMediaType => "请求内容必须是 application/json",
        StatusCodes.Status503ServiceUnavailable => "服务暂不可用，请稍后再试",
        _ => $"请求没有完成（{status}）",
    };
}
