using System.Text.RegularExpressions;

namespace Sems.Crash.Tests;

/// <summary>A verb of <c>sems-gateway.dll</c> other than <c>serve</c>, in a process of its own.</summary>
internal static partial class GatewayVerb
{
    /// <summary>Starts it.</summary>
    public static ChildProcess Start(params string[] arguments) => ChildProcess.Start("gateway", "sems-gateway.dll", arguments, Anything());

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        await using var process = Start(arguments);
        return (await process.EndAsync(), process.Said);
    }

    /// <summary>Runs it and wants it done.</summary>
    public static async Task DoAsync(params string[] arguments)
    {
        var (exitCode, said) = await RunAsync(arguments);
        Assert.True(exitCode == 0, $"{string.Join(' ', arguments)} ended with {exitCode}:\n{said}");
    }

    [GeneratedRegex(".*")]
    private static partial Regex Anything();
}
