using System.CommandLine;
using Sems.Bench.Campus;
using Sems.Bench.Floor;
using Sems.Bench.Load;
using Sems.Bench.Service;

namespace Sems.Bench;

/// <summary>The benchmarks' verbs.</summary>
public static class CommandLine
{
    /// <summary>The root command.</summary>
    public static RootCommand Build() => new("SEMS benchmarks") { Service(), Floor() };

    private static Command Service()
    {
        var defaults = new ServiceBenchOptions { Gateway = DefaultGateway };
        var seconds = new Option<double>("--seconds") { Description = "Measured seconds of each call on each server", DefaultValueFactory = _ => defaults.Seconds };
        var rounds = new Option<int>("--rounds") { Description = "Rounds these are split into, floor and SEMS in turn", DefaultValueFactory = _ => defaults.Rounds };
        var connections = new Option<int>("--connections") { Description = "Connections, one request in flight each", DefaultValueFactory = _ => defaults.Connections };
        var meters = new Option<int>("--meters") { Description = "Meters, a multiple of 40, each with an open session", DefaultValueFactory = _ => defaults.Campus.Meters };
        var only = new Option<string[]>("--only")
        {
            Description = "Measure only these calls: charge, AmmeterControl, money, checkStudent; separated by commas",
            CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
        };
        var json = new Option<FileInfo?>("--json") { Description = "Also write the report there" };
        var strict = new Option<bool>("--strict") { Description = "Fail when a bar is missed" };
        var gateway = new Option<string>("--gateway") { Description = "sems-gateway.dll", DefaultValueFactory = _ => DefaultGateway };
        var data = new Option<string?>("--data") { Description = "Keep the data in this directory while measuring" };
        seconds.Validators.Add(r => { if (r.GetValueOrDefault<double>() is not (>= 0.1 and <= 3600)) r.AddError("--seconds must be 0.1 to 3600"); });
        rounds.Validators.Add(r => { if (r.GetValueOrDefault<int>() is not (>= 1 and <= 1000)) r.AddError("--rounds must be 1 to 1000"); });
        connections.Validators.Add(r => { if (r.GetValueOrDefault<int>() is not (>= 1 and <= 4000)) r.AddError("--connections must be 1 to 4000"); });
        meters.Validators.Add(r =>
        {
            var count = r.GetValueOrDefault<int>();
            if (count is < CampusShape.MetersPerStation or > CampusShape.Most || count % CampusShape.MetersPerStation != 0)
                r.AddError($"--meters must be a multiple of {CampusShape.MetersPerStation}, at most {CampusShape.Most}");
        });
        string[] calls = [.. Workloads.Measured(defaults.Campus).Select(w => w.Name)];
        only.Validators.Add(r =>
        {
            foreach (var unknown in r.GetValueOrDefault<string[]>()?.Except(calls) ?? []) r.AddError($"--only: there is no call '{unknown}'");
        });

        var service = new Command("service", "Requests per second of /service against a bare HTTP server, and memory")
        {
            seconds, rounds, connections, meters, only, json, strict, gateway, data,
        };
        service.SetAction((parsed, cancel) => RunServiceAsync(
            new ServiceBenchOptions
            {
                Seconds = parsed.GetValue(seconds),
                Rounds = parsed.GetValue(rounds),
                Connections = parsed.GetValue(connections),
                Campus = new CampusShape(parsed.GetValue(meters)),
                Only = parsed.GetValue(only) ?? [],
                Gateway = parsed.GetValue(gateway)!,
                Data = parsed.GetValue(data),
            },
            parsed.GetValue(json), parsed.GetValue(strict), cancel));
        return service;
    }

    private static Command Floor()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on", DefaultValueFactory = _ => "http://127.0.0.1:5090" };
        var floor = new Command("floor", "The bare HTTP server SEMS is compared with") { urls };
        floor.SetAction((parsed, cancel) => FloorApp.RunAsync(parsed.GetValue(urls)!, cancel));
        return floor;
    }

    /// <summary>The gateway built by the same configuration: beside this program's own project.</summary>
    private static string DefaultGateway
    {
        get
        {
            var own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory); // …/bench/bin/Engine/Configuration/net10.0
            var root = Path.GetFullPath(Path.Combine(own, "../../../../.."));
            return Path.Combine(root, "gateway", Path.GetRelativePath(Path.Combine(root, "bench"), own), "sems-gateway.dll");
        }
    }

    private static async Task<int> RunServiceAsync(ServiceBenchOptions options, FileInfo? json, bool strict, CancellationToken cancel)
    {
        if (!File.Exists(options.Gateway))
        {
            Console.Error.WriteLine($"There is no {options.Gateway}: build the gateway, or name it with --gateway");
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
