using Sems.Gateway.Hosting;

return await CommandLine.Build().Parse(args).InvokeAsync();
