using System.CommandLine;
using Microsoft.Extensions.Hosting;

namespace Sems.Silo.Orleans.Hosting;

/// <summary>How a silo is started.</summary>
internal static class SiloCommandLine
{
    private static readonly Option<string> Data = new("--data") { Description = "Data directory", DefaultValueFactory = _ => "sems-data" };
    private static readonly Option<string?> Storage = new("--storage") { Description = "PostgreSQL database, as Host=…;Username=…;Password=…;Database=… (the setting Storage otherwise, else SQLite in the data directory)" };
    private static readonly Option<string?> Import = new("--import") { Description = "Directory of students.csv, stations.csv, ammeters.csv to load first" };
    private static readonly Option<bool> Adopt = new("--adopt") { Description = "Take over a data directory made by the other engine, with everything in it" };
    private static readonly Option<int?> SiloPort = new("--silo-port") { Description = $"Port for other silos ({SiloPorts.Default.Silo})" };
    private static readonly Option<int?> GatewayPort = new("--gateway-port") { Description = $"Port for gateways ({SiloPorts.Default.Gateway})" };

    /// <summary>The command.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("SEMS silo: the grains, in a process of their own") { Data, Storage, Import, Adopt, SiloPort, GatewayPort };
        root.SetAction(RunAsync);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        try
        {
            var password = Environment.GetEnvironmentVariable(AdministratorAccount.PasswordVariable);
            var start = new SiloStart(parsed.GetValue(Data)!, parsed.GetValue(Import), parsed.GetValue(Adopt), TimeProvider.System, password, Console.Out,
                parsed.GetValue(Storage));
            await using (var silo = await SiloApp.StartAsync(start, parsed.GetValue(SiloPort), parsed.GetValue(GatewayPort), cancel))
            {
                Console.WriteLine(
                    $"SEMS silo ({SiloEngine.Name} engine) is ready: port {silo.Ports.Silo} for silos, port {silo.Ports.Gateway} for gateways, data in {silo.Data}");
                await silo.Host.WaitForShutdownAsync(cancel);
            }
            Console.WriteLine("SEMS silo has drained and stops");
            return 0;
        }
        catch (Exception fault) when (StartFaults.Tell(fault) is { } line)
        {
            Console.Error.WriteLine(line);
            return 1;
        }
    }
}
