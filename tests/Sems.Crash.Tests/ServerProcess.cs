using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Sems.Tests.Support;

namespace Sems.Crash.Tests;

/// <summary>The product as people run it: <c>sems-gateway.dll serve</c> in a process of its own, on a free port.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => _process = process;

    public SemsClient Client { get; private set; } = null!;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServerProcess> ListeningAsync(string data, string? import = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [Program(), "serve", "--urls", "http://127.0.0.1:0", "--data", data, .. import is null ? Array.Empty<string>() : ["--import", import]];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["SEMS_ADMIN_PASSWORD"] = SemsClient.AdminPassword;
        start.Environment["Charging__ArrearsLimitFen"] = "";

        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        server._process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server._process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        server._process.Exited += (_, _) => server._address.TrySetException(new InvalidOperationException("The server ended before it listened"));
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            server.Client = new SemsClient(await server._address.Task.WaitAsync(Patience));
            return server;
        }
        catch (Exception failure)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"{failure.Message}. It said:\n{server.Said}", failure);
        }
    }

    /// <summary>Starts it and waits until it is ready for work.</summary>
    public static async Task<ServerProcess> ReadyAsync(string data, string? import = null)
    {
        var server = await ListeningAsync(data, import);
        await Waiting.UntilAsync("the server is ready", async () => (await server.Client.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        return server;
    }

    /// <summary>What it printed.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, and how it ended.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> StopAsync()
    {
        var since = Stopwatch.GetTimestamp();
        Assert.Equal(0, SendSignal(_process.Id, Terminate));
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, Stopwatch.GetElapsedTime(since));
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
        if (Address().Match(line) is { Success: true } found) _address.TrySetResult(found.Groups[1].Value);
    }

    /// <summary>The build beside this one: same engine, same configuration.</summary>
    private static string Program()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var (configuration, engine) = (framework.Parent!, framework.Parent!.Parent!);
        var root = engine.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "gateway", "bin", engine.Name, configuration.Name, framework.Name, "sems-gateway.dll");
    }

    [GeneratedRegex(@"listens on (http://[^\s,]+)")]
    private static partial Regex Address();

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
