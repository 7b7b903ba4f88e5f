using System.CommandLine;

var patient = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60) }; // to stop what was started
return await Sems.Bench.CommandLine.Build().Parse(args).InvokeAsync(patient);
