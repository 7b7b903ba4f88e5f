using System.CommandLine;
using Sems.Bench.Analysis;
using Sems.Bench.Curves;
using Sems.Bench.Danger;
using Sems.Bench.Floor;
using Sems.Bench.Lists;
using Sems.Bench.Proofs;
using Sems.Bench.Service;

namespace Sems.Bench;

/// <summary>The benchmarks' verbs.</summary>
public static partial class CommandLine
{
    /// <summary>The root command.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("SEMS benchmarks")
        {
            new ServiceCommand(), new CurvesCommand(), new ListsCommand(), new DangerCommand(), new AnalysisCommand(), new SoakCommand(), FloorCommand(),
        };
        AddEngineVerb(root);
        return root;
    }

    /// <summary>The verb that measures the engine by itself, where this build has one.</summary>
    static partial void AddEngineVerb(RootCommand root);

    private static Command FloorCommand()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on", DefaultValueFactory = _ => "http://127.0.0.1:5090" };
        var floor = new Command("floor", "The bare HTTP server SEMS is compared with") { urls };
        floor.SetAction((parsed, cancel) => FloorApp.RunAsync(parsed.GetValue(urls)!, cancel));
        return floor;
    }
}
