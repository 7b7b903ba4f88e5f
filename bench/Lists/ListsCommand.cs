using System.CommandLine;
using Sems.Bench.Processes;

namespace Sems.Bench.Lists;

/// <summary>The verb that says how long the console's lists take over a large ledger.</summary>
public sealed class ListsCommand : Command
{
    private readonly Option<int> _sessions = new("--sessions") { Description = "Sessions in the ledger, each with its bill", DefaultValueFactory = _ => 1_000_000 };
    private readonly Option<int> _runs = new("--runs") { Description = "Times each list is asked for", DefaultValueFactory = _ => 7 };
    private readonly Option<int> _limit = new("--limit") { Description = "ms the median of each may take", DefaultValueFactory = _ => 200 };
    private readonly Option<bool> _postgres = new("--postgres") { Description = "On a PostgreSQL server of its own instead of SQLite" };

    /// <summary>Makes the verb.</summary>
    public ListsCommand() : base("lists", "Time of the console's lists over a ledger of a million sessions; fails when one takes too long")
    {
        foreach (var option in new Option[] { _sessions, _runs, _limit, _postgres }) Add(option);
        SetAction(async (parsed, cancel) =>
        {
            try
            {
                var bench = new ListsBenchmark(parsed.GetValue(_sessions), parsed.GetValue(_runs), parsed.GetValue(_limit), Console.Error, Console.Out);
                return await bench.RunAsync(GatewayProgram.Beside() with { OnPostgres = parsed.GetValue(_postgres) }, cancel) ? 0 : 1;
            }
            catch (IOException fault)
            {
                await Console.Error.WriteLineAsync(fault.Message);
                return 1;
            }
        });
    }
}
