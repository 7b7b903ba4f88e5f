using System.CommandLine;
using Sems.Silo.Books;

namespace Sems.Gateway.Hosting;

/// <summary>The verb <c>check</c>. Exit code 0: the books are in order; 1: they have faults; 2: they could not be checked.</summary>
internal static class CheckVerb
{
    /// <summary><c>check</c>.</summary>
    public static Command Build(Option<string> data)
    {
        var json = new Option<bool>("--json") { Description = "Answer in JSON" };
        var verb = new Command("check", "Verify the books of a data directory, or of a backup, while SEMS runs on it or not") { data, json };
        verb.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, parsed.GetValue(data)!, parsed.GetValue(json), cancel)));
        return verb;
    }

    private static int Run(ParseResult parsed, string data, bool json, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        using var progress = new ProgressLine(error);
        try
        {
            var report = BooksCheck.Run(data, progress, cancel);
            progress.Clear();
            if (json) BookReportText.WriteJson(output, report);
            else BookReportText.Write(output, report);
            return report.IsClean ? 0 : 1;
        }
        catch (Exception fault) when (UpkeepFaults.Tell(fault) is { } line)
        {
            progress.Clear();
            error.WriteLine($"sems check: the books could not be checked: {line}");
            return 2;
        }
    }
}
