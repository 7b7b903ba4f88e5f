using System.CommandLine;

namespace Sems.Silo.Orleans.Hosting;

/// <summary>A silo in a process of its own.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => SiloCommandLine.Build().Parse(args).InvokeAsync(new InvocationConfiguration
    {
        ProcessTerminationTimeout = null, // the host answers signals itself: it drains first
    });
}
