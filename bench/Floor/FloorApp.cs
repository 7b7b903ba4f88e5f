using Sems.Gateway.Hosting;
using Sems.Gateway.Service;

namespace Sems.Bench.Floor;

/// <summary>
/// The least an HTTP server in .NET can do for the station protocol: the gateway's Kestrel settings and its body parsing, fixed replies,
/// nothing stored. What SEMS does is measured against it.
/// </summary>
public static class FloorApp
{
    /// <summary>Builds it; the caller starts and disposes it.</summary>
    /// <param name="urls">Addresses, separated by semicolons.</param>
    public static WebApplication Build(string urls)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(KestrelSetup.Configure);
        var web = builder.Build();
        Map("charge", ServiceFields.Sample, FloorReplies.Charge);
        Map("AmmeterControl", ServiceFields.Group, FloorReplies.Control);
        Map("money", ServiceFields.Meter, FloorReplies.Money);
        Map("checkStudent", ServiceFields.Card, FloorReplies.Student);
        return web;

        void Map(string name, ServiceFields fields, ReadOnlyMemory<byte> reply) =>
            web.Map("/service/" + name, new FloorEndpoint(fields, reply).Handle);
    }

    /// <summary>Runs it until told to stop.</summary>
    public static async Task<int> RunAsync(string urls, CancellationToken cancel)
    {
        await using var web = Build(urls);
        await web.StartAsync(cancel);
        Console.WriteLine($"The floor listens on {string.Join(", ", web.Urls)}");
        await web.WaitForShutdownAsync(cancel);
        return 0;
    }
}
