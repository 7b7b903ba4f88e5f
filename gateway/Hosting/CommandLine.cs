using System.CommandLine;
using Sems.Gateway.OpenApi;
using Sems.Gateway.WeChat;
using Sems.Silo;

namespace Sems.Gateway.Hosting;

/// <summary>
/// The gateway's verbs: <c>serve</c>, and <c>demo</c>, whose clock may run faster; <c>backup</c>, <c>restore</c> and <c>check</c> and <c>wechat menu</c>, which run beside them.
/// </summary>
public static class CommandLine
{
    private static readonly Option<string> Urls = new("--urls") { Description = "Addresses to listen on", DefaultValueFactory = _ => GatewayOptions.DefaultUrls };
    private static readonly Option<string> Data = new("--data") { Description = "Data directory", DefaultValueFactory = _ => "sems-data" };
    private static readonly Option<string?> Storage = new("--storage") { Description = "PostgreSQL database, as Host=…;Username=…;Password=…;Database=… (the setting Storage otherwise, else SQLite in the data directory)" };
    private static readonly Option<string?> Import = new("--import") { Description = "Directory of students.csv, stations.csv, ammeters.csv to load first" };
    private static readonly Option<bool> Adopt = new("--adopt") { Description = "Take over a data directory made by the other engine, with everything in it" };
    private static readonly Option<bool> Cluster = new("--cluster") { Description = "Be a gateway only: the silo is another process (needs the Orleans engine)" };
    private static readonly Option<string> SiloGateway = new("--silo-gateway") { Description = "With --cluster: HOST:PORT of the silo", DefaultValueFactory = _ => "127.0.0.1:30000" };
    private static readonly Option<long> ClockReal = new("--clock-epoch-real") { Description = "A wall-clock instant, Unix ms", Required = true };
    private static readonly Option<long> ClockSim = new("--clock-epoch-sim") { Description = "What the demo clock shows then, Unix ms", Required = true };
    private static readonly Option<double> Speed = new("--speed") { Description = "Simulated seconds per second", Required = true };

    /// <summary>The root command.</summary>
    public static RootCommand Build()
    {
        var serve = new Command("serve", "Run SEMS") { Urls, Data, Storage, Import, Adopt, Cluster, SiloGateway };
        serve.SetAction((parsed, cancel) =>
        {
            var options = Options(parsed, TimeProvider.System);
            return RunAsync(parsed.GetValue(Cluster) ? options with { SiloGateway = parsed.GetValue(SiloGateway) } : options, cancel);
        });

        var demo = new Command("demo", "Run SEMS for a simulated campus at an accelerated clock") { Urls, Data, Storage, Import, Adopt, ClockReal, ClockSim, Speed };
        demo.SetAction((parsed, cancel) =>
        {
            var clock = new ScaledTimeProvider(
                DateTimeOffset.FromUnixTimeMilliseconds(parsed.GetValue(ClockReal)),
                DateTimeOffset.FromUnixTimeMilliseconds(parsed.GetValue(ClockSim)), parsed.GetValue(Speed));
            // Simulated students pay nobody, so none of them may be turned away for it.
            // The campus's stations ask as often as its clock is fast.
            var settings = new Dictionary<string, string?> { ["Charging:ArrearsLimitFen"] = "", ["Service:Limits"] = "off" };
            return RunAsync(Options(parsed, clock) with { Settings = settings }, cancel);
        });
        return new RootCommand("SEMS gateway") { serve, demo, BackupVerbs.Backup(Data), BackupVerbs.Restore(Data), CheckVerb.Build(Data), WechatVerbs.Build(Data), OpenApiVerb.Build() };
    }

    private static void CheckUrls(string urls)
    {
        var each = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (each.Length == 0) throw new FormatException("--urls names no address, e.g. http://127.0.0.1:5080");
        foreach (var url in each)
        {
            if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || BindingAddress.Parse(url).Port is < 0 or > 65535)
                throw new FormatException($"--urls must be of the form http://host:port with a port from 0 to 65535, it is '{url}'");
        }
    }

    private static GatewayOptions Options(ParseResult parsed, TimeProvider time) => new()
    {
        Urls = parsed.GetValue(Urls)!,
        Data = parsed.GetValue(Data)!,
        Storage = parsed.GetValue(Storage),
        Import = parsed.GetValue(Import),
        Adopt = parsed.GetValue(Adopt),
        Time = time,
        AdminPassword = Environment.GetEnvironmentVariable(AdministratorAccount.PasswordVariable),
        Output = Console.Out,
    };

    private static async Task<int> RunAsync(GatewayOptions options, CancellationToken cancel)
    {
        try
        {
            CheckUrls(options.Urls);
            if (options is { SiloGateway: not null, Import: not null }) throw new FormatException("with --cluster it is the silo that imports: give --import to it");
            if (options is { SiloGateway: not null, Adopt: true }) throw new FormatException("with --cluster it is the silo that takes a directory over: give --adopt to it");
            await using var app = await GatewayApp.StartAsync(options, cancel);
            Console.WriteLine($"SEMS ({SiloEngine.Name} engine) listens on {string.Join(", ", app.Addresses)}, data in {app.DataPlace}");
            await app.Web.WaitForShutdownAsync(cancel);
            Console.WriteLine("SEMS has drained and stops");
            return 0;
        }
        catch (Exception fault) when (StartFaults.Tell(fault) is { } line)
        {
            Console.Error.WriteLine(line);
            return 1;
        }
    }
}
