using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sems.Silo.Tests;

/// <summary><c>silo/engine.sh</c>, by which <c>./sems</c> chooses the engine.</summary>
public sealed class EngineScriptTests
{
    [Theory]
    [InlineData("orleans", "", 1, "--adopt")]
    [InlineData("orleans", "--urls http://127.0.0.1:0 --adopt", 0, "runs embedded")]
    [InlineData("embedded", "", 0, "runs embedded")]
    [InlineData("embedded", "--adopt", 0, "runs embedded")]
    public async Task The_engine_of_another_data_directory_runs_only_to_take_it_over(string made, string arguments, int exit, string said)
    {
        var data = Directory.CreateTempSubdirectory("sems-engine-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(data.FullName, "engine"), made + "\n");
            var (code, output) = await RunAsync($"choose_engine embedded '{data}' {arguments}; say \"runs $engine\"");
            Assert.Contains(said, output, StringComparison.Ordinal);
            Assert.Equal(exit, code);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string script, [CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"set -euo pipefail; root='{root}'; say() {{ echo \"$*\"; }}; fail() {{ echo \"$*\"; exit 1; }}; . '{root}/silo/engine.sh'; {script}");
        using var bash = Process.Start(start)!;
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, output);
    }
}
