using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Bench.Danger;

/// <summary>Prints a run of the lab.</summary>
internal static class LabTable
{
    /// <summary>For a person.</summary>
    public static void Write(TextWriter output, LabResult result)
    {
        output.WriteLine($"{"fault",-22}{"strength",-10}{"",-22}{"tried",7}{"recall",9}{"median s",10}{"p95 s",8}");
        foreach (var score in result.Injections)
            output.WriteLine($"{score.Name,-22}{score.Strength,-10}{score.Figure,-22}{score.Tried,7}{score.Recall,9:P1}{score.MedianS,10:0}{score.P95S,8:0}");
        output.WriteLine();
        output.WriteLine($"{result.Normal.Charges:N0} charges with nothing wrong: {result.Normal.Alarmed} with a warning or worse, {result.Normal.PerThousand:0.0} of a thousand{Kinds(result.Normal.ByKind)}");
        output.WriteLine($"notices only: {Kinds(result.Normal.Notices)}");
        output.WriteLine($"middle strength: recall {result.MiddleRecall:P1}, the worst kind {result.WorstMiddleRecall:P1}, median {result.MedianSeconds:0} s; over-current within {result.OverCurrentSamples} samples");
        output.WriteLine(result.IsGood ? "pass" : "MISS");
    }

    /// <summary>For a program.</summary>
    public static void WriteJson(TextWriter output, LabResult result) => output.WriteLine(JsonSerializer.Serialize(result, LabJson.Default.LabResult));

    private static string Kinds(IReadOnlyDictionary<string, int> kinds) =>
        kinds.Count == 0 ? "" : " (" + string.Join(", ", kinds.OrderByDescending(k => k.Value).Select(k => $"{k.Key} {k.Value}")) + ")";
}

/// <summary>How a run is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(LabResult))]
internal sealed partial class LabJson : JsonSerializerContext;
