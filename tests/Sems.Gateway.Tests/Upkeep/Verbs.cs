using System.CommandLine;
using Sems.Gateway.Hosting;

namespace Sems.Gateway.Tests.Upkeep;

/// <summary>Runs a verb of the gateway's command line in this process.</summary>
internal static class Verbs
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.Build().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
