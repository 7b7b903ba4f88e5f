using System.CommandLine;

namespace Sems.Bench.Danger;

/// <summary>The verb that measures how well dangers are found.</summary>
public sealed class DangerCommand : Command
{
    private readonly Option<int> _charges = new("--charges") { Description = "Charges with nothing wrong; as many again with a fault of each kind and strength for every ten of them", DefaultValueFactory = _ => 3000 };
    private readonly Option<int> _seed = new("--seed") { Description = "Repeat a run", DefaultValueFactory = _ => 1 };
    private readonly Option<string[]> _real = new("--real") { Description = "Recorded charges too: CSV with time,current_a,energy or cycle,t_s,current_a,voltage_v; what lies in ../shared/data otherwise" };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };

    /// <summary>Makes the verb.</summary>
    public DangerCommand() : base("danger", "Puts labelled faults into charges: how many are found, how soon, and how many false alarms; fails when it is not good enough")
    {
        foreach (var option in new Option[] { _charges, _seed, _real, _json }) Add(option);
        _real.AllowMultipleArgumentsPerToken = true;
        SetAction(parsed =>
        {
            try
            {
                return Run(parsed.GetValue(_seed), parsed.GetValue(_charges), parsed.GetValue(_real) is { Length: > 0 } given ? given : RealCurves.Beside(), parsed.GetValue(_json));
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException)
            {
                Console.Error.WriteLine(fault.Message);
                return 1;
            }
        });
    }

    private static int Run(int seed, int charges, IReadOnlyList<string> recordings, bool json)
    {
        var bar = Console.IsErrorRedirected ? (Action<double>?)null : done => Console.Error.Write($"\r{done,6:P0}");
        var result = new DangerLab(seed, charges, recordings).Run(bar);
        if (bar is not null) Console.Error.Write("\r      \r");
        if (json) LabTable.WriteJson(Console.Out, result);
        else LabTable.Write(Console.Out, result);
        return result.IsGood ? 0 : 1;
    }
}
