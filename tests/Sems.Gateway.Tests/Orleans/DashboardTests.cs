using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Sems.Gateway.Tests.Orleans;

/// <summary>Who may see Orleans' own dashboard.</summary>
public sealed class DashboardTests(TestGateway gateway) : IClassFixture<TestGateway>
{
    private static readonly string[] Known =
    [
        "/admin/orleans", "/admin/orleans/", "/admin/orleans/index.html", "/admin/orleans/index.min.js", "/admin/orleans/index.css",
        "/admin/orleans/favicon.ico", "/admin/orleans/version", "/admin/orleans/DashboardCounters", "/admin/orleans/ClusterStats",
        "/admin/orleans/GrainTypes", "/admin/orleans/TopGrainMethods", "/admin/orleans/Trace",
    ];

    public static TheoryData<string> Pages => [.. Known];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Without_an_account_it_asks_for_one(string page)
    {
        var reply = await Reply.ReadAsync(await gateway.Client.Http.GetAsync(page));
        reply.MustSay(401, "请用管理员账号登录");
        Assert.Equal("Basic realm=\"SEMS\", charset=\"UTF-8\"", reply.Message.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Every_route_it_maps_asks_for_an_account()
    {
        var routes = gateway.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(r => r.StartsWith("/admin/orleans", StringComparison.Ordinal)).ToList();
        Assert.InRange(routes.Count, 20, 100);
        foreach (var route in routes)
        {
            var path = route.Replace("{page:int}", "1", StringComparison.Ordinal);
            if (path.IndexOf('{', StringComparison.Ordinal) is > 0 and var parameter) path = path[..parameter] + "some/thing";
            var reply = await Reply.ReadAsync(await gateway.Client.Http.GetAsync(path));
            Assert.Equal((path, 401), (path, (int)reply.Status));
        }
    }

    [Fact]
    public async Task An_administrator_sees_pages_and_data()
    {
        // Not these: without its slash the first redirects, and a client then forgets the account; an icon is no text; the log never ends.
        foreach (var page in Known.Except(["/admin/orleans", "/admin/orleans/favicon.ico", "/admin/orleans/Trace"]))
            Assert.Equal((page, 200), (page, (int)(await gateway.Client.AdminAsync(page)).Status));
        Assert.Contains("<html", (await gateway.Client.AdminAsync("/admin/orleans/")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_administrator_may_read_the_log_stream()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/orleans/Trace");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + SemsClient.AdminPassword)));
        using var reply = await gateway.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(200, (int)reply.StatusCode);
    }

    [Fact]
    public async Task It_can_be_left_out()
    {
        await using var without = await TestGateway.StartAsync(("Orleans:Dashboard", "off"));
        (await without.Client.AdminAsync("/admin/orleans/")).MustSay(404, "Orleans 控制台已关闭（设置 Orleans:Dashboard=off）");
        (await without.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
    }

    [Fact]
    public async Task It_is_not_in_the_OpenAPI_document() =>
        Assert.DoesNotContain("orleans/", await gateway.Client.Http.GetStringAsync("/openapi/v1.json"), StringComparison.OrdinalIgnoreCase);
}
