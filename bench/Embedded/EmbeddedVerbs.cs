using System.CommandLine;
using Sems.Bench.Embedded;
using Sems.Bench.Embedded.Analysis;

namespace Sems.Bench;

public static partial class CommandLine
{
    static partial void AddEmbeddedVerbs(RootCommand root)
    {
        var engine = new Command("engine", "The embedded engine by itself: calls per second, bytes per grain");
        engine.SetAction((_, _) => EngineBench.RunAsync([]));
        root.Add(engine);
        root.Add(new AnalysisCommand()); // what measures it needs other versions of the compiler's packages than Orleans does
    }
}
