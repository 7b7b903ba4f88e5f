using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sems.Simulator.Demo;

/// <summary>The server as a child process. Disposing stops it: SIGTERM, and after 15 s SIGKILL, both by its process id.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private const int TailLines = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Queue<string> _tail = new();
    private readonly Lock _lock = new();

    private ServerProcess(Process process, StreamWriter log)
    {
        (_process, _log) = (process, log);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exited = _process.WaitForExitAsync();
    }

    /// <summary>Completes when the server has ended.</summary>
    public Task Exited { get; }

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The last lines it wrote.</summary>
    public IReadOnlyList<string> Tail
    {
        get
        {
            lock (_lock) return [.. _tail];
        }
    }

    /// <summary>Starts a server.</summary>
    /// <param name="server">Its .dll.</param>
    /// <param name="arguments">What follows the .dll.</param>
    /// <param name="environment">Variables on top of this process's own.</param>
    /// <param name="logPath">Where its output is kept.</param>
    public static ServerProcess Start(string server, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string logPath)
    {
        var host = Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(server);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var log = new StreamWriter(logPath, append: true) { AutoFlush = true };
        return new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("the server did not start"), log);
    }

    /// <summary>Asks it to stop and waits; kills it when it does not.</summary>
    /// <returns>False when it had to be killed.</returns>
    public async Task<bool> StopAsync()
    {
        if (Exited.IsCompleted) return true;
        if (OperatingSystem.IsWindows() || Kill(_process.Id, SigTerm) != 0) _process.Kill();
        try
        {
            await Exited.WaitAsync(Patience).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            _process.Kill();
            await Exited.ConfigureAwait(false);
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _process.Dispose();
        lock (_lock) _log.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_lock)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLines) _tail.Dequeue();
            if (_log.BaseStream is { CanWrite: true }) _log.WriteLine(line);
        }
    }
}
