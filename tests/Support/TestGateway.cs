using Sems.Gateway.Hosting;

namespace Sems.Tests.Support;

/// <summary>The whole product in this process: a data directory, a port and a clock of its own.</summary>
public sealed class TestGateway : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>What its clock shows at first.</summary>
    public static readonly DateTimeOffset Beginning = new ManualTimeProvider().GetUtcNow();

    private readonly TempDirectory _directory = new();
    private readonly Func<GatewayOptions, GatewayOptions> _change;
    private GatewayApp? _app;

    public TestGateway()
        : this(options => options)
    {
    }

    private TestGateway(Func<GatewayOptions, GatewayOptions> change) => _change = change;

    public ManualTimeProvider Clock { get; } = new();

    public string Data => _directory["data"];

    public SemsClient Client { get; private set; } = null!;

    /// <summary>What the web server is made of.</summary>
    public IServiceProvider Services => _app!.Web.Services;

    /// <summary>Starts one, ready for work, with the campus of <see cref="Campus"/> unless the options say otherwise.</summary>
    public static async Task<TestGateway> StartAsync(Func<GatewayOptions, GatewayOptions>? change = null)
    {
        var gateway = new TestGateway(change ?? (options => options));
        try
        {
            await gateway.InitializeAsync();
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one with settings.</summary>
    public static Task<TestGateway> StartAsync(params (string Key, string Value)[] settings) =>
        StartAsync(options => options with { Settings = settings.ToDictionary(s => s.Key, s => (string?)s.Value) });

    public async Task InitializeAsync()
    {
        Campus.WriteTo(_directory["campus"]);
        await OpenAsync(_directory["campus"]);
    }

    /// <summary>A clean stop and a start on the same data.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync(import: null);
    }

    /// <summary>What a second start on the same data directory would be told to do.</summary>
    public GatewayOptions Options(string? import = null) => _change(new GatewayOptions
    {
        Urls = "http://127.0.0.1:0",
        Data = Data,
        Import = import,
        Time = Clock,
        AdminPassword = SemsClient.AdminPassword,
    });

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _directory.Dispose();
    }

    public async Task CloseAsync()
    {
        Client?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _app = null;
    }

    private async Task OpenAsync(string? import)
    {
        _app = await GatewayApp.StartAsync(Options(import));
        Client = new SemsClient(_app.Addresses.Single());
        await Waiting.UntilAsync("the gateway is ready", async () => (await Client.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
    }
}
