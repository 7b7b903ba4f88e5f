using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Sems.Bench.Processes;

/// <summary>A running <c>sems-gateway serve</c> and the questions the benchmark asks of it.</summary>
public sealed class GatewayProcess : IAsyncDisposable
{
    /// <summary>The administrator's password.</summary>
    public const string Password = "benchmark-only";

    private static readonly TimeSpan StartWithin = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;

    private GatewayProcess(ServerProcess server)
    {
        Server = server;
        _http = new HttpClient { BaseAddress = new Uri($"http://{server.Address}"), Timeout = TimeSpan.FromSeconds(60) };
        var account = Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + Password));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", account);
    }

    /// <summary>The process.</summary>
    public ServerProcess Server { get; }

    /// <summary>From the start of the process to the first ready answer.</summary>
    public TimeSpan StartToReady { get; private set; }

    /// <summary>Starts it on a data directory and returns when it is ready.</summary>
    /// <exception cref="IOException">It did not start, or runs another engine than it is said to.</exception>
    /// <param name="program">Which.</param>
    /// <param name="data">Its data directory.</param>
    /// <param name="import">A campus to load, or null.</param>
    /// <param name="storage">Its PostgreSQL database, or null for SQLite.</param>
    /// <param name="limited">Whether it limits rates: one address stands for the whole campus here, so far more is allowed than by default.</param>
    /// <param name="cancel">To give up.</param>
    public static Task<GatewayProcess> StartAsync(GatewayProgram program, string data, string? import, string? storage, bool limited, CancellationToken cancel)
    {
        var settings = new Dictionary<string, string>
        {
            ["Service__Limits"] = limited ? "on" : "off",
            ["Storage"] = storage ?? "sqlite",
            ["Charging__Rules__SilenceAfterSeconds"] = "3600", // while one is measured the others wait: their sessions are not silent
        };
        if (limited) settings["Service__Limits__AddressPerSecond"] = settings["Service__Limits__GroupPerSecond"] = "1000000";
        return StartAsync(program, new GatewayStart(data, import, settings), cancel);
    }

    /// <summary>Starts it as described and returns when it is ready.</summary>
    /// <exception cref="IOException">It did not start, or runs another engine than it is said to.</exception>
    public static async Task<GatewayProcess> StartAsync(GatewayProgram program, GatewayStart start, CancellationToken cancel)
    {
        var gateway = new GatewayProcess(await LaunchAsync(program, start, cancel));
        try
        {
            await gateway.WaitUntilReadyAsync(program.Engine, cancel);
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it as described and returns when it listens.</summary>
    /// <exception cref="IOException">It did not start.</exception>
    public static Task<ServerProcess> LaunchAsync(GatewayProgram program, GatewayStart start, CancellationToken cancel)
    {
        List<string> arguments = ["serve", "--urls", start.Urls, "--data", start.Data];
        if (start.Import is not null) arguments.AddRange(["--import", start.Import]);
        var environment = new Dictionary<string, string>(start.Settings) { ["SEMS_ADMIN_PASSWORD"] = Password };
        return ServerProcess.StartAsync("SEMS", program.Path, arguments, environment, StartWithin, cancel);
    }

    /// <summary>Asks it over HTTP, signed in as an administrator.</summary>
    public HttpClient Http => _http;

    /// <summary>Bytes of the managed heap after a full collection.</summary>
    public async Task<long> SettledHeapBytesAsync(CancellationToken cancel)
    {
        var text = await _http.GetStringAsync("/api/admin/diagnostics/memory?collect=true", cancel);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("managed_bytes").GetInt64();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private async Task WaitUntilReadyAsync(string engine, CancellationToken cancel)
    {
        while (true)
        {
            using var answer = await _http.GetAsync("/health/ready", cancel);
            StartToReady = Server.Running.Elapsed;
            if (answer.IsSuccessStatusCode)
            {
                using var health = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancel));
                if (health.RootElement.GetProperty("engine").GetString() is var runs && runs == engine) return;
                throw new IOException($"The gateway said to run the {engine} engine runs the {runs} engine");
            }
            if (StartToReady > StartWithin) throw new IOException($"SEMS did not become ready. It said:\n{Server.Said}");
            await Task.Delay(10, cancel);
        }
    }
}
