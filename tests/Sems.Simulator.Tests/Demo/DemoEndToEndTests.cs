using System.Diagnostics;
using Sems.Simulator.Tests.Fake;
using Sems.Simulator.Tests.Support;

namespace Sems.Simulator.Tests.Demo;

/// <summary>The real executable against this assembly as its server.</summary>
public sealed class DemoEndToEndTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_short_demo_with_a_replay_succeeds()
    {
        File.WriteAllText(_folder.File("charge.csv"), "time,current_a,energy\n1467753314,1.7,0.1\n1467753324,1.7,0.1\n1467753324,1.7,0.1\n");
        var (code, output) = await DemoAsync("", "--seconds", "5", "--replay", _folder.File("charge.csv"), "--data", _folder.File("data"));

        Assert.True(code == 0, output);
        Assert.Contains("replay: 3 samples sent, 3 answered 1, 2 distinct kept, billed once ¥5.32, curve equal", output, StringComparison.Ordinal);
        Assert.Contains("demo: phone http://127.0.0.1:", output, StringComparison.Ordinal);
        Assert.Contains("every reply as it should be", output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("data/demo-clock.json")));
        Assert.True(File.Exists(_folder.File("data/campus/students.csv")));
    }

    [Fact]
    public async Task Wrong_replies_fail_the_demo_and_are_shown()
    {
        var (code, output) = await DemoAsync("refuse-samples", "--seconds", "3");
        Assert.True(code == 1, output);
        Assert.Contains("FAILED", output, StringComparison.Ordinal);
        Assert.Contains("系统异常", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_dies_at_the_start_is_shown_with_its_last_words()
    {
        var (code, output) = await DemoAsync("die", "--seconds", "3");
        Assert.Equal(1, code);
        Assert.Contains("exit code 7", output, StringComparison.Ordinal);
        Assert.Contains("the fake server dies as it was told", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_recording_is_refused_before_anything_starts()
    {
        File.WriteAllText(_folder.File("bad.csv"), "time,current_a,energy\n1,x,2\n");
        var (code, output) = await DemoAsync("", "--replay", _folder.File("bad.csv"));
        Assert.Equal(1, code);
        Assert.Contains("bad.csv, line 2: current_a 'x' is not a number", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> DemoAsync(string misdeed, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "sems-simulator.dll"), "demo", "--server", typeof(FakeServerProgram).Assembly.Location, .. options,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment[FakeServerProgram.Misdeed] = misdeed;
        start.Environment.Remove("SEMS_ADMIN_PASSWORD");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output + await error);
    }
}
