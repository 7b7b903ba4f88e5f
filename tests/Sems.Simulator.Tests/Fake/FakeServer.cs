using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sems.Simulator.Tests.Fake;

/// <summary>A <see cref="FakeSems"/> behind HTTP.</summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app, FakeSems sems) => (_app, Sems) = (app, sems);

    public FakeSems Sems { get; }

    public Uri Address => new(_app.Urls.First() + "/");

    public static async Task<FakeServer> StartAsync(FakeSems sems, string urls = "http://127.0.0.1:0", string password = "fake")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        var app = builder.Build();
        var server = new FakeServer(app, sems);
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + password));
        app.Run(context => server.HandleAsync(context, basic));
        await app.StartAsync();
        return server;
    }

    public Task WaitAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context, string basic)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/service/", StringComparison.Ordinal))
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var (status, text) = Sems.Answer(new FakeRequest(path["/service/".Length..], body.RootElement.Clone()));
            await WriteAsync(context, status, text);
            return;
        }

        if (path == "/health/ready")
        {
            await WriteAsync(context, 200, "{}");
            return;
        }

        if (context.Request.Headers.Authorization != basic)
        {
            await WriteAsync(context, 401, "{}");
            return;
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        await WriteAsync(context, 200, parts switch
        {
            ["api", "admin", "overview"] => Sems.Overview(),
            ["api", "admin", "charges"] => Sems.ChargesOf(context.Request.Query["group"].ToString()),
            ["api", "admin", "charges", var id] => Sems.ChargeOf(int.Parse(id)),
            ["api", "admin", "charges", var id, "curve"] => Sems.CurveOf(int.Parse(id)),
            _ => "{}",
        });
    }

    private static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(text);
    }
}
