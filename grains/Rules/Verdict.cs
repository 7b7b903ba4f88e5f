using Sems.Storage.Alarms;

namespace Sems.Grains.Rules;

/// <summary>A decision on its way to where it is kept. With the charge its number is its identity.</summary>
[GenerateSerializer, Immutable, Alias("sems.Verdict")]
public sealed record Verdict(
    [property: Id(0)] int Number, [property: Id(1)] string Rule, [property: Id(2)] string Action, [property: Id(3)] AlarmSeverity Severity,
    [property: Id(4)] DateTimeOffset At, [property: Id(5)] string Message, [property: Id(6)] int Samples, [property: Id(7)] long ThroughMs);
