using Microsoft.AspNetCore.DataProtection;
using Sems.Gateway.Access;
using Sems.Gateway.Admin;
using Sems.Gateway.Live;
using Sems.Gateway.Metrics;
using Sems.Gateway.Service;
using Sems.Gateway.Student;
using Sems.Gateway.Web;
using Sems.Gateway.WeChat;
using Sems.Grains.Silos;
using Sems.Grains.Wechat;
using Sems.Silo;
using Sems.Storage;

namespace Sems.Gateway.Hosting;

/// <summary>A running SEMS: data directory, database, silo (here or in another process) and web server. Disposing drains and closes them in order.</summary>
public sealed class GatewayApp : IAsyncDisposable
{
    private readonly IFoundation _foundation;

    private GatewayApp(IFoundation foundation, WebApplication web)
    {
        _foundation = foundation;
        Web = web;
    }

    /// <summary>The web server.</summary>
    public WebApplication Web { get; }

    /// <summary>The addresses it really listens on (port 0 in the options becomes a real one).</summary>
    public IReadOnlyList<string> Addresses => [.. Web.Urls];

    /// <summary>Where its data is, for a person: no password.</summary>
    public string DataPlace => _foundation.Directory.Place;

    /// <summary>Opens everything and starts to listen.</summary>
    /// <exception cref="DataDirectoryException">The data directory cannot be used.</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be opened, or another process uses it.</exception>
    public static async Task<GatewayApp> StartAsync(GatewayOptions options, CancellationToken cancel = default)
    {
        var foundation = await OpenAsync(options, cancel);
        WebApplication? web = null;
        try
        {
            web = Build(foundation, options);
            await web.StartAsync(cancel);
            return new GatewayApp(foundation, web);
        }
        catch
        {
            if (web is not null) await web.DisposeAsync();
            await foundation.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!Web.Lifetime.ApplicationStopped.IsCancellationRequested) await Web.StopAsync();
        await Web.DisposeAsync();
        await _foundation.DisposeAsync();
    }

    private static async Task<IFoundation> OpenAsync(GatewayOptions options, CancellationToken cancel) => options.SiloGateway is { } silo
        ? ClusterFoundation.Open(options.Data, silo, options.Storage)
        : await SiloFoundation.OpenAsync(
            new SiloStart(options.Data, options.Import, options.Adopt, options.Time, options.AdminPassword, options.Output, options.Storage) { Faults = options.Faults }, cancel);

    private static WebApplication Build(IFoundation foundation, GatewayOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddJsonFile(foundation.Directory.Settings, optional: true).AddEnvironmentVariables().AddInMemoryCollection(options.Settings);
        builder.Logging.AddSemsFilters();
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(KestrelSetup.Configure);
        builder.WebHost.ConfigureKestrel(ServiceSetup.LimitConnections);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddSingleton(options.Time);
        foundation.AddTo(builder.Services, builder.Configuration);
        AddParts(builder.Services, builder.Configuration);
        builder.Services.AddDataProtection().SetApplicationName("SEMS").PersistKeysToFileSystem(new DirectoryInfo(foundation.Directory.Keys));

        var web = builder.Build();
        web.Lifetime.ApplicationStopping.Register(web.Services.GetRequiredService<IReadiness>().Stopping);
        MapParts(web);
        return web;
    }

    /// <summary>What a gateway is made of, whatever it stands on.</summary>
    internal static void AddParts(IServiceCollection services, IConfiguration configuration)
    {
        services.AddStationService(configuration);
        services.AddAccess();
        ApiTimeouts.Add(services, configuration);
        services.AddAdminApi();
        services.AddStudentApi();
        services.AddWechat(configuration);
        services.AddLive(configuration);
        services.AddMetricsPage(configuration);
    }

    /// <summary>Its way for requests, and its routes.</summary>
    internal static void MapParts(WebApplication web)
    {
        _ = web.Services.GetRequiredService<ApiLimits>(); // a setting that is not understood is told at the start
        web.Use(SecurityHeaders.AddAsync);
        web.UseApiProblems();
        web.UseRequestTimeouts();
        web.UseAccess();
        web.MapService();
        web.MapHealth();
        web.MapMetricsPage();
        web.MapAccess();
        web.MapAdminApi();
        StudentRoutes.Map(web);
        web.MapDashboard();
        web.MapWechat();
        web.MapWebPages(phones: PhonePolicy.Of(web.Services.GetRequiredService<WechatSettings>(), web.Configuration));
    }
}
