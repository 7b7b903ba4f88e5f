extern alias gateway;
using gateway::Sems.Gateway.Hosting;
using Sems.Bench.Proofs.Crash;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Bench.Proofs.Faults;

/// <summary>The whole product in this process, on storage that fails when told to.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private const string Password = "proof-only";

    private readonly GatewayApp _app;

    private FaultyServer(GatewayApp app, StorageFaults faults)
    {
        (_app, Faults) = (app, faults);
        Client = new CampusClient(new Uri(app.Addresses[0]), Password);
    }

    /// <summary>Its storage's faults.</summary>
    public StorageFaults Faults { get; }

    /// <summary>Speaks to it.</summary>
    public CampusClient Client { get; }

    /// <summary>Starts it and returns when it is ready.</summary>
    /// <param name="data">Its data directory.</param>
    /// <param name="import">A campus to load, or null.</param>
    /// <param name="seed">Decides which steps are struck.</param>
    /// <param name="cancel">To give up.</param>
    public static async Task<FaultyServer> ReadyAsync(string data, string? import, int seed, CancellationToken cancel)
    {
        var faults = new StorageFaults(seed);
        var server = new FaultyServer(
            await GatewayApp.StartAsync(
                new GatewayOptions
                {
                    Urls = "http://127.0.0.1:0",
                    Data = data,
                    Import = import,
                    AdminPassword = Password,
                    Faults = faults,
                    Settings = new Dictionary<string, string?>
                    {
                        ["Service:Limits"] = "off",
                        ["Api:Limits"] = "off",
                        ["Charging:ArrearsLimitFen"] = "",
                        ["Logging:Console:LogLevel:Default"] = "None", // thousands of refusals are what is wanted here
                    },
                },
                cancel),
            faults);
        try
        {
            await server.BecomeReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it says it is ready.</summary>
    public Task BecomeReadyAsync() => Eventually.HoldsAsync(() => "the server is ready", async () => (await Client.HealthAsync()).Status == 200);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
