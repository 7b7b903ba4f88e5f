using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sems.Storage.Books;

namespace Sems.Gateway.Hosting;

/// <summary>Tells what a check of the books found: to a person, or to a program.</summary>
internal static class BookReportText
{
    /// <summary>A line for each rule, what broke it beneath; what is in flight; the verdict.</summary>
    public static void Write(TextWriter output, BookReport report)
    {
        foreach (var line in report.Lines)
        {
            var verdict = line.Faults.Count == 0 ? "ok   " : "FAULT";
            var count = line.Faults.Count == 0 ? Text(line.Checked) : $"{Text(line.Faults.Count)} of {Text(line.Checked)}";
            output.WriteLine($"{verdict}  {line.Rule.Name,-18}  {line.Rule.Holds}: {count}");
            WriteNamed(output, line.Faults);
        }
        if (report.InFlight.Count > 0) output.WriteLine($"note   in-flight           meters with something left to tell, which they will: {Text(report.InFlight.Count)}");
        WriteNamed(output, report.InFlight);
        output.WriteLine(report.IsClean ? "The books are in order" : $"The books have faults: {Text(report.Lines.Sum(line => line.Faults.Count))}");
    }

    /// <summary>The same in JSON.</summary>
    public static void WriteJson(TextWriter output, BookReport report) =>
        output.WriteLine(JsonSerializer.Serialize(new CheckReply(report), CheckJson.Default.CheckReply));

    private static void WriteNamed(TextWriter output, NamedThings things)
    {
        foreach (var thing in things.Named) output.WriteLine($"         {thing}");
        if (things.Count > things.Named.Count) output.WriteLine($"         … and {Text(things.Count - things.Named.Count)} more");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A check in JSON.</summary>
internal sealed class CheckReply(BookReport report)
{
    public bool Clean => report.IsClean;

    public IEnumerable<CheckLine> Rules => report.Lines.Select(line =>
        new CheckLine(line.Rule.Name, line.Rule.Holds, line.Checked, line.Faults.Count, line.Faults.Named));

    public long InFlight => report.InFlight.Count;

    public IReadOnlyList<string> InFlightNamed => report.InFlight.Named;
}

/// <summary>A rule in JSON; of the faults the first are named.</summary>
internal sealed record CheckLine(string Name, string Holds, long Checked, long Faults, IReadOnlyList<string> Named);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(CheckReply))]
internal sealed partial class CheckJson : JsonSerializerContext;
