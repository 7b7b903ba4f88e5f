using System.CommandLine;
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
            new ServiceCommand(), new CurvesCommand(), new ListsCommand(), new DangerCommand(), new SoakCommand(), FloorCommand(),
        };
        AddEmbeddedVerbs(root);
        return root;
    }

    /// <summary>The verbs that only the embedded engine's build has.</summary>
    static partial void AddEmbeddedVerbs(RootCommand root);

    private static Command FloorCommand()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on", DefaultValueFactory = _ => "http://127.0.0.1:5090" };
        var floor = new Command("floor", "The bare HTTP server SEMS is compared with") { urls };
        floor.SetAction((parsed, cancel) => FloorApp.RunAsync(parsed.GetValue(urls)!, cancel));
        return floor;
    }
}
