using Microsoft.AspNetCore.DataProtection;
using Sems.Gateway.Admin;
using Sems.Gateway.Service;
using Sems.Silo;
using Sems.Storage;

namespace Sems.Gateway.Hosting;

/// <summary>A running SEMS: data directory, database, silo and web server. Disposing drains and closes them in order.</summary>
public sealed class GatewayApp : IAsyncDisposable
{
    private readonly IDatabase _database;

    private GatewayApp(IDatabase database, WebApplication web)
    {
        _database = database;
        Web = web;
    }

    /// <summary>The web server.</summary>
    public WebApplication Web { get; }

    /// <summary>The addresses it really listens on (port 0 in the options becomes a real one).</summary>
    public IReadOnlyList<string> Addresses => [.. Web.Urls];

    /// <summary>Opens everything and starts to listen.</summary>
    /// <exception cref="DataDirectoryException">The data directory cannot be used.</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be opened, or another process uses it.</exception>
    public static async Task<GatewayApp> StartAsync(GatewayOptions options, CancellationToken cancel = default)
    {
        var directory = DataDirectory.Open(options.Data, SiloEngine.Name, options.Adopt);
        IDatabase? database = null;
        WebApplication? web = null;
        try
        {
            database = await SiloStorage.OpenAsync(directory, options.Time, cancel);
            if (directory.Adopt(SiloEngine.Name) is { } states)
                options.Output?.WriteLine($"The data directory is the {SiloEngine.Name} engine's from now on; {states} grain states were carried over");
            if (options.Import is not null) await ImportAsync(database, options, cancel);
            await EnsureAdministratorAsync(database, options);
            web = Build(database, directory, options);
            await web.StartAsync(cancel);
            return new GatewayApp(database, web);
        }
        catch
        {
            if (web is not null) await web.DisposeAsync();
            if (database is not null) await database.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!Web.Lifetime.ApplicationStopped.IsCancellationRequested) await Web.StopAsync();
        await Web.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static WebApplication Build(IDatabase database, DataDirectory directory, GatewayOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddJsonFile(directory.Settings, optional: true).AddEnvironmentVariables().AddInMemoryCollection(options.Settings);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning);
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error) // it advises the server's garbage collector: see Runtime.props
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error); // at start it takes the machine's uptime for a stall
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // whoever starts it tells why it cannot
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(KestrelSetup.Configure);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddSemsSilo(database, directory, builder.Configuration);
        builder.Services.AddAdminApi();
        builder.Services.AddDataProtection().SetApplicationName("SEMS").PersistKeysToFileSystem(new DirectoryInfo(directory.Keys));

        var web = builder.Build();
        web.Lifetime.ApplicationStopping.Register(web.Services.GetRequiredService<SiloReadiness>().Stopping);
        web.UseApiProblems();
        web.UseAuthentication();
        web.UseAuthorization();
        web.MapService();
        web.MapHealth();
        web.MapAdminApi();
        web.MapDashboard();
        web.MapHome();
        return web;
    }

    private static async Task ImportAsync(IDatabase database, GatewayOptions options, CancellationToken cancel)
    {
        var result = await SiloStorage.ImportAsync(database, options.Import!, new ImportProgressLines(options.Output), cancel);
        if (options.Output is { } output) ImportReport.Write(output, result);
    }

    private static async Task EnsureAdministratorAsync(IDatabase database, GatewayOptions options)
    {
        if (await AdministratorAccount.EnsureAsync(database.Registry, options.AdminPassword) is not { } password) return;
        options.Output?.WriteLine($"Administrator \"{AdministratorAccount.UserName}\" was made with the password {password} (shown this once)");
    }
}
