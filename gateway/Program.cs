using System.CommandLine;
using Sems.Gateway.Hosting;

return await CommandLine.Build().Parse(args).InvokeAsync(new InvocationConfiguration
{
    ProcessTerminationTimeout = null, // the host answers signals itself: it drains first
});
