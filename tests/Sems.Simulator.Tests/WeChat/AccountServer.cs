using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>An account's server that keeps what it is told and answers what the test wants.</summary>
public sealed class AccountServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AccountServer(WebApplication app) => _app = app;

    public ConcurrentQueue<(IQueryCollection Query, string Body)> Calls { get; } = [];

    public Func<(IQueryCollection Query, string Body), (int Status, string Body)> Answer { get; set; } = _ => (200, "success");

    public Uri Address => new(_app.Urls.First() + "/");

    public static async Task<AccountServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new AccountServer(app);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = (context.Request.Query, await reader.ReadToEndAsync());
        Calls.Enqueue(call);
        var (status, body) = Answer(call);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }
}
