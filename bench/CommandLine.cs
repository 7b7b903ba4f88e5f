using System.CommandLine;
using Sems.Bench.Engine;
using Sems.Bench.Floor;
using Sems.Bench.Service;

namespace Sems.Bench;

/// <summary>The benchmarks' verbs.</summary>
public static class CommandLine
{
    /// <summary>The root command.</summary>
    public static RootCommand Build() => new("SEMS benchmarks") { new ServiceCommand(), EngineCommand(), FloorCommand() };

    private static Command EngineCommand()
    {
        var engine = new Command("engine", "The embedded engine by itself: calls per second, bytes per grain");
        engine.SetAction((_, _) => EngineBench.RunAsync([]));
        return engine;
    }

    private static Command FloorCommand()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on", DefaultValueFactory = _ => "http://127.0.0.1:5090" };
        var floor = new Command("floor", "The bare HTTP server SEMS is compared with") { urls };
        floor.SetAction((parsed, cancel) => FloorApp.RunAsync(parsed.GetValue(urls)!, cancel));
        return floor;
    }
}
