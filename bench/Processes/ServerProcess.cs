using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Sems.Bench.Processes;

/// <summary>A .NET server in a process of its own. Disposing stops it: first a polite signal, then by force.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const int Terminate = 15;
    private const int LinesKept = 40;

    private readonly Process _process;
    private readonly Queue<string> _lines = [];
    private readonly TaskCompletionSource<IPEndPoint> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string name, Process process)
    {
        (Name, _process) = (name, process);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => _listening.TrySetException(new IOException($"{name} ended before it listened"));
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => _listening.Task.Result;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Resident memory, bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Since the process was started.</summary>
    public Stopwatch Running { get; } = Stopwatch.StartNew();

    /// <summary>What it said last.</summary>
    public string Said
    {
        get
        {
            lock (_lines) return string.Join('\n', _lines);
        }
    }

    /// <summary>Starts <c>dotnet dll arguments</c> and returns when it has printed the address it listens on.</summary>
    /// <exception cref="IOException">It ended instead, or took too long; the message holds what it said.</exception>
    public static async Task<ServerProcess> StartAsync(
        string name, string dll, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, TimeSpan within,
        CancellationToken cancel)
    {
        var host = Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
        var start = new ProcessStartInfo(host)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in arguments.Prepend(dll)) start.ArgumentList.Add(argument);
        foreach (var (key, value) in environment) start.Environment[key] = value;
        var server = new ServerProcess(name, new Process { StartInfo = start, EnableRaisingEvents = true });
        server.Running.Restart();
        server._process.Start();
        try
        {
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
            await server._listening.Task.WaitAsync(within, cancel);
            return server;
        }
        catch (Exception fault) when (fault is IOException or TimeoutException)
        {
            await server.DisposeAsync();
            throw new IOException($"{fault.Message}. {name} said:\n{server.Said}", fault);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once and without warning (SIGKILL) and returns when it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            if (OperatingSystem.IsWindows()) _process.Kill();
            else _ = Signal(_process.Id, Terminate);
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync(CancellationToken.None);
            }
        }
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_lines)
        {
            if (_lines.Count == LinesKept) _lines.Dequeue();
            _lines.Enqueue(line);
        }
        if (ListensOn().Match(line) is { Success: true } found) _listening.TrySetResult(IPEndPoint.Parse(found.Groups[1].Value));
    }

    [GeneratedRegex(@"listens on http://(127\.0\.0\.1:\d+)")]
    private static partial Regex ListensOn();

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
