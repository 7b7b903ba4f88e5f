using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;
using Sems.Gateway.Hosting;
using Sems.Grains.Silos;
using Sems.Storage;

namespace Sems.Gateway.OpenApi;

/// <summary>A gateway that has its routes and nothing else, to be asked what they are.</summary>
internal static class DocumentHost
{
    /// <summary>The document, as GET /openapi/v1.json answers it.</summary>
    public static async Task<string> WriteAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration["Orleans:Dashboard"] = "off"; // it asks for a silo when it is mapped
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(DispatchProxy.Create<IDatabaseReader, Nothing>());
        builder.Services.AddSingleton(DispatchProxy.Create<IGrainFactory, Nothing>());
        builder.Services.AddSingleton(DispatchProxy.Create<IReadiness, Nothing>());
        GatewayApp.AddParts(builder.Services, builder.Configuration);
        var work = builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name != "GenericWebHostService").ToList();
        foreach (var service in work) builder.Services.Remove(service);
        builder.Services.Replace(ServiceDescriptor.Singleton<IServer, NoServer>());
        await using var web = builder.Build();
        GatewayApp.MapParts(web);
        await web.StartAsync(cancel); // routes are known from then on
        var document = await web.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name).GetOpenApiDocumentAsync(cancel);
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel);
        await web.StopAsync(cancel);
        return text;
    }

    /// <summary>In the place of grains and database: there, but not to be asked.</summary>
    public class Nothing : DispatchProxy
    {
        /// <inheritdoc />
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            throw new InvalidOperationException("There are no grains and no database behind the document");
    }

    /// <summary>Listens to nobody.</summary>
    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
