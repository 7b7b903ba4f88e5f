using System.Text.RegularExpressions;
using Sems.Bench.Proofs.Crash;

namespace Sems.Crash.Tests;

/// <summary>The product as people run it: <c>sems-gateway.dll serve</c> in a process of its own, on a free port.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private ServerProcess(ChildProcess process, string address) => (_process, Client, Campus) =
        (process, new SemsClient(address), new CampusClient(new Uri(address), SemsClient.AdminPassword));

    public SemsClient Client { get; }

    /// <summary>What the meters of a <see cref="LoadedCampus"/> speak by.</summary>
    public CampusClient Campus { get; }

    /// <summary>What it printed.</summary>
    public string Said => _process.Said;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServerProcess> ListeningAsync(string data, params string[] more)
    {
        var process = ChildProcess.Start("gateway", "sems-gateway.dll", ["serve", "--urls", "http://127.0.0.1:0", "--data", data, .. more], Address());
        return new ServerProcess(process, await process.FoundAsync());
    }

    /// <summary>Starts it and waits until it is ready for work.</summary>
    public static async Task<ServerProcess> ReadyAsync(string data, string? import = null)
    {
        var server = await ListeningAsync(data, import is null ? [] : ["--import", import]);
        await server.BecomeReadyAsync();
        return server;
    }

    /// <summary>Waits until it is ready for work.</summary>
    public Task BecomeReadyAsync() =>
        Waiting.UntilAsync("the server is ready", async () => (await Client.Http.GetAsync("/health/ready")).IsSuccessStatusCode);

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, and how it ended.</summary>
    public Task<(int ExitCode, TimeSpan Took)> StopAsync() => _process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Campus.Dispose();
        await _process.DisposeAsync();
    }

    [GeneratedRegex(@"listens on (http://[^\s,]+)")]
    private static partial Regex Address();
}
