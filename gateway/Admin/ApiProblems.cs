namespace Sems.Gateway.Admin;

/// <summary>Gives words to refusals under <c>/api</c> that have none of their own: a parameter or body that cannot be read, an unknown path.</summary>
internal static class ApiProblems
{
    /// <summary>Puts it before whatever refuses.</summary>
    public static void UseApiProblems(this IApplicationBuilder web) =>
        web.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages(refused =>
            refused.HttpContext.Response.WriteAsJsonAsync(new Problem(Words(refused.HttpContext.Response.StatusCode)), AdminJson.Default.Problem)));

    private static string Words(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求的参数或内容无法识别",
        StatusCodes.Status404NotFound => "没有这个地址",
        StatusCodes.Status405MethodNotAllowed => "不支持这种请求方式",
        StatusCodes.Status413PayloadTooLarge => "请求太大",
        StatusCodes.Status415UnsupportedMediaType => "请求内容必须是 application/json",
        _ => $"请求没有完成（{status}）",
    };
}
