using System.Globalization;
using Sems.Gateway.Student.Access;

namespace Sems.Gateway.Access;

/// <summary>Why somebody is not let in.</summary>
/// <param name="Message">In words.</param>
/// <param name="Code">signed_out, credentials, role, must_change_password, antiforgery, locked, too_many or foreign_page.</param>
/// <param name="RetryAfterSeconds">When it makes sense to try again, or null.</param>
public sealed record AccessProblem(string Message, string Code, int? RetryAfterSeconds = null);

/// <summary>Turns people away, with words.</summary>
internal static class Refusals
{
    public const string RequestedWith = "X-Requested-With";
    private const string Challenge = "Basic realm=\"SEMS\", charset=\"UTF-8\"";

    /// <summary>
    /// 401. The header that makes browsers ask for a password in a window of their own goes to those only who may want it: scripts, and somebody who
    /// typed the address. What a page fetches must not open it.
    /// </summary>
    public static Task SignedOutAsync(HttpContext context)
    {
        if (StudentCookie.IsFor(context.Request)) return WriteAsync(context, StatusCodes.Status401Unauthorized, new AccessProblem("请先登录", "signed_out"));
        if (!IsOfPage(context.Request)) context.Response.Headers.WWWAuthenticate = Challenge;
        return WriteAsync(context, StatusCodes.Status401Unauthorized, new AccessProblem("请用管理员账号登录", "signed_out"));
    }

    /// <summary>401: the name or the password is wrong.</summary>
    public static AccessProblem Wrong => new("用户名或密码不正确", "credentials");

    /// <summary>Who is signed in must show the password again, and it is wrong.</summary>
    public static AccessProblem WrongCurrent => new("当前密码不正确", "credentials");

    /// <summary>403.</summary>
    public static Task ForbiddenAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status403Forbidden, AccessPolicies.MustChangePassword(context.User)
        ? new AccessProblem("请先修改密码", "must_change_password")
        : new AccessProblem("没有权限，请联系管理员", "role"));

    /// <summary>403: a page of somebody else's may have sent it.</summary>
    public static Task UnprovenAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status403Forbidden, new AccessProblem("页面已过期，请刷新后重试", "antiforgery"));

    /// <summary>403: a page of somebody else's sent it, with a password the browser had kept.</summary>
    public static Task ForeignAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status403Forbidden, new AccessProblem("不接受其他网站的页面发来的请求", "foreign_page"));

    /// <summary>423.</summary>
    public static AccessProblem Locked(TimeSpan wait) =>
        new($"密码错误次数过多，账号已锁定，请在 {Words(wait)}后重试", "locked", Seconds(wait));

    /// <summary>423: whoever tries to register as somebody has guessed too often.</summary>
    public static AccessProblem TriedTooOften(TimeSpan wait) => new($"尝试次数过多，请在 {Words(wait)}后重试", "locked", Seconds(wait));

    /// <summary>429.</summary>
    public static AccessProblem TooMany(TimeSpan wait) => new($"请求过于频繁，请在 {Words(wait)}后重试", "too_many", Seconds(wait));

    /// <summary>Writes one, with Retry-After where it makes sense to try again.</summary>
    public static Task WriteAsync(HttpContext context, int status, AccessProblem problem)
    {
        context.Response.StatusCode = status;
        if (problem.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(problem, AccessJson.Readable.AccessProblem);
    }

    private static bool IsOfPage(HttpRequest request) =>
        request.Headers.ContainsKey(RequestedWith) || request.Headers.ContainsKey(Antiforgery.Header)
        || request.Headers[FetchDestination] is [{ } destination] && destination != "document";

    private const string FetchDestination = "Sec-Fetch-Dest";

    private static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    private static string Words(TimeSpan wait) => Seconds(wait) is var seconds && seconds <= 60 ? $"{seconds} 秒" : $"{(seconds + 59) / 60} 分钟";
}
