using System.CommandLine;

namespace Sems.Bench.Curves;

/// <summary>The verb that says how much room curves take.</summary>
public sealed class CurvesCommand : Command
{
    private readonly Option<string?> _recording = new("--recording") { Description = "A recorded charge too: CSV with time,current_a,energy" };
    private readonly Option<int> _charges = new("--charges") { Description = "Charges of each kind", DefaultValueFactory = _ => 60 };

    /// <summary>Makes the verb.</summary>
    public CurvesCommand() : base("curves", "Bytes per stored sample, the database's own overhead included")
    {
        Add(_recording);
        Add(_charges);
        SetAction((parsed, _) => CurvesBenchmark.RunAsync(parsed.GetValue(_charges), parsed.GetValue(_recording)));
    }
}
