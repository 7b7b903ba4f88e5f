using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Sems.Crash.Tests;

/// <summary>A program of this build in a process of its own, started and ended by this test.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Regex _awaited;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process, Regex awaited) => (_process, _awaited) = (process, awaited);

    /// <summary>What it printed.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="program">Its program there.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="awaited">What <see cref="FoundAsync"/> waits for.</param>
    public static ChildProcess Start(string folder, string program, IEnumerable<string> arguments, Regex awaited)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(PathOf(folder, program))) start.ArgumentList.Add(argument);
        start.Environment["SEMS_ADMIN_PASSWORD"] = SemsClient.AdminPassword;
        start.Environment["Charging__ArrearsLimitFen"] = "";

        var child = new ChildProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, awaited);
        child._process.OutputDataReceived += (_, line) => child.Hear(line.Data);
        child._process.ErrorDataReceived += (_, line) => child.Hear(line.Data);
        child._process.Exited += (_, _) => child._found.TrySetException(new InvalidOperationException($"{program} ended before it said {awaited}"));
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits for the awaited line; returns its first group. A process that does not say it is ended.</summary>
    public async Task<string> FoundAsync()
    {
        try
        {
            return await _found.Task.WaitAsync(Patience);
        }
        catch (Exception failure)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"{failure.Message}. It said:\n{Said}", failure);
        }
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, and how it ended.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> StopAsync()
    {
        var since = Stopwatch.GetTimestamp();
        Assert.Equal(0, SendSignal(_process.Id, Terminate));
        return (await EndAsync(), Stopwatch.GetElapsedTime(since));
    }

    /// <summary>Waits for its end; returns the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
        if (_awaited.Match(line) is { Success: true } found) _found.TrySetResult(found.Groups[1].Value);
    }

    /// <summary>The build beside this one: same engine, same configuration.</summary>
    private static string PathOf(string folder, string program)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var (configuration, engine) = (framework.Parent!, framework.Parent!.Parent!);
        var root = engine.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, folder, "bin", engine.Name, configuration.Name, framework.Name, program);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
