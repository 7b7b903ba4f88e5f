using System.Text.Json;
using Sems.Analysis.Health;

namespace Sems.Analyze.Output;

/// <summary>A battery's health by cycle, in JSON.</summary>
internal sealed record BatteryJson(IReadOnlyList<CycleJson> Cycles)
{
    public static string Of(IReadOnlyList<HealthEstimate> cycles) => JsonSerializer.Serialize(
        new BatteryJson([.. cycles.Select(c => new CycleJson(c.Cycle, Math.Round(c.SohPercent, 3), Math.Round(c.Low, 3), Math.Round(c.High, 3)))]),
        AnswerJson.Default.BatteryJson) + Environment.NewLine;
}

internal sealed record CycleJson(int Cycle, double SohPercent, double Low, double High);
