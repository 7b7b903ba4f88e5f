namespace Sems.Engine.Tests.Support;

/// <summary>A message of the kinds of values that grains send each other.</summary>
[GenerateSerializer, Immutable, Alias("test.Letter")]
public sealed record Letter
{
    [Id(0)] public required string Text { get; init; }

    [Id(1)] public decimal Amount { get; init; }

    [Id(2)] public DateTimeOffset? At { get; init; }

    [Id(3)] public DayOfWeek Day { get; init; }

    [Id(4)] public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    [Id(5)] public double? Missing { get; init; }
}

/// <summary>A message within a message.</summary>
[GenerateSerializer, Immutable, Alias("test.Enclosure")]
public readonly record struct Enclosure([property: Id(0)] string Name, [property: Id(1)] long Size);
