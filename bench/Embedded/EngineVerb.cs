using System.CommandLine;
using Sems.Bench.Embedded;

namespace Sems.Bench;

public static partial class CommandLine
{
    static partial void AddEngineVerb(RootCommand root)
    {
        var engine = new Command("engine", "The embedded engine by itself: calls per second, bytes per grain");
        engine.SetAction((_, _) => EngineBench.RunAsync([]));
        root.Add(engine);
    }
}
