using Sems.Storage.Outbox;

namespace Sems.Grains.Rules;

/// <summary>A push on its way to the outbox. With the charge its kind is its identity.</summary>
[GenerateSerializer, Immutable, Alias("sems.PushNote")]
public sealed record PushNote(
    [property: Id(0)] PushKind Kind, [property: Id(1)] string StudentNumber, [property: Id(2)] string DetailJson, [property: Id(3)] DateTimeOffset At);
