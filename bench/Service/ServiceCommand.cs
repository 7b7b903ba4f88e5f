using System.CommandLine;
using Sems.Bench.Campus;
using Sems.Bench.Load;
using Sems.Bench.Processes;

namespace Sems.Bench.Service;

/// <summary><c>sems-bench service</c>.</summary>
public sealed class ServiceCommand : Command
{
    private static readonly ServiceBenchOptions Defaults = new() { Gateways = [] };
    private static readonly string[] Calls = [.. Workloads.Measured(Defaults.Campus).Select(w => w.Name)];

    private readonly Option<double> _seconds = Number("--seconds", "Measured seconds of each call on each server", Defaults.Seconds, 0.1, 3600);
    private readonly Option<int> _rounds = Number("--rounds", "Rounds these are split into, the servers in turn", Defaults.Rounds, 1, 1000);
    private readonly Option<int> _connections = Number("--connections", "Connections, one request in flight each", Defaults.Connections, 1, 4000);
    private readonly Option<int> _meters = Number(
        "--meters", "Meters, a multiple of 40, each with an open session", Defaults.Campus.Meters, CampusShape.MetersPerStation, CampusShape.Most);

    private readonly Option<string[]> _only = new("--only")
    {
        Description = $"Measure only these calls, separated by commas: {string.Join(", ", Calls)}",
        CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
    };

    private readonly Option<FileInfo?> _json = new("--json") { Description = "Also write the report there" };
    private readonly Option<bool> _strict = new("--strict") { Description = "Fail when a bar is missed" };
    private readonly Option<string[]> _gateways = new("--gateway")
    {
        Description = "ENGINE=PATH of a sems-gateway.dll; again for another engine. The embedded one beside this program otherwise",
    };

    private readonly Option<bool> _guarded = new("--guarded") { Description = "Stations have keys and limits are on, too wide to be met" };
    private readonly Option<bool> _postgres = new("--postgres") { Description = "Measure each engine on PostgreSQL, too: on a server of its own, stopped at the end" };
    private readonly Option<string?> _data = new("--data") { Description = "Keep the data in this directory while measuring" };

    /// <summary>The command.</summary>
    public ServiceCommand()
        : base("service", "Requests per second of /service against a bare HTTP server, and memory")
    {
        _only.Validators.Add(result =>
        {
            foreach (var unknown in result.GetValueOrDefault<string[]>()?.Except(Calls) ?? []) result.AddError($"--only: there is no call '{unknown}'");
        });
        _meters.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() % CampusShape.MetersPerStation != 0) result.AddError("--meters must be a multiple of 40");
        });
        foreach (var option in new Option[] { _seconds, _rounds, _connections, _meters, _only, _json, _strict, _gateways, _guarded, _postgres, _data }) Add(option);
        _gateways.Validators.Add(result =>
        {
            try
            {
                var engines = Gateways(result.GetValueOrDefault<string[]>()).Select(g => g.Engine).ToList();
                if (engines.Distinct().Count() < engines.Count) result.AddError("--gateway: one of each engine");
            }
            catch (FormatException fault)
            {
                result.AddError(fault.Message);
            }
        });
        SetAction((parsed, cancel) => RunAsync(Read(parsed), parsed.GetValue(_json), parsed.GetValue(_strict), cancel));
    }

    private ServiceBenchOptions Read(ParseResult parsed) => new()
    {
        Seconds = parsed.GetValue(_seconds),
        Rounds = parsed.GetValue(_rounds),
        Connections = parsed.GetValue(_connections),
        Campus = new CampusShape(parsed.GetValue(_meters)),
        Only = parsed.GetValue(_only) ?? [],
        Gateways = OnEach(Gateways(parsed.GetValue(_gateways)), parsed.GetValue(_postgres)),
        Guarded = parsed.GetValue(_guarded),
        Data = parsed.GetValue(_data),
    };

    private static Option<T> Number<T>(string name, string description, T standard, T least, T most)
        where T : struct, IComparable<T>
    {
        var option = new Option<T>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<T>();
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0) result.AddError($"{name} must be {least} to {most}");
        });
        return option;
    }

    private static IReadOnlyList<GatewayProgram> Gateways(string[]? given) =>
        given is { Length: > 0 } ? [.. given.Select(GatewayProgram.Parse)] : [GatewayProgram.Beside()];

    private static IReadOnlyList<GatewayProgram> OnEach(IReadOnlyList<GatewayProgram> gateways, bool postgres) =>
        postgres ? [.. gateways.SelectMany(g => new[] { g, g with { OnPostgres = true } })] : gateways;

    private static async Task<int> RunAsync(ServiceBenchOptions options, FileInfo? json, bool strict, CancellationToken cancel)
    {
        if (options.Gateways.FirstOrDefault(g => !File.Exists(g.Path)) is { } missing)
        {
            Console.Error.WriteLine($"There is no {missing.Path}: build the gateway, or name it with --gateway");
            return 1;
        }
        try
        {
            // On the thread pool: the load generator keeps its thread busy.
            var report = await Task.Run(() => new ServiceBenchmark(options, Console.Error).RunAsync(cancel), CancellationToken.None);
            ReportTable.Write(Console.Out, report);
            if (json is not null) await File.WriteAllTextAsync(json.FullName, report.ToJson(), CancellationToken.None);
            return report.Errors > 0 || (strict && report.Bars.Any(b => !b.Passed)) ? 1 : 0;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Console.Error.WriteLine("Interrupted; what was started is stopped");
            return 130;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or HttpRequestException)
        {
            Console.Error.WriteLine($"The benchmark failed: {fault.Message}");
            return 1;
        }
    }
}
