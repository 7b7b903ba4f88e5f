namespace Sems.Bench.Load;

/// <summary>Requests of one kind: how they are written, which meters they walk through, what the reply must be.</summary>
public sealed record Workload
{
    /// <summary>Name of the call.</summary>
    public required string Name { get; init; }

    /// <summary>The body, as <see cref="RequestTemplate"/> takes it.</summary>
    public required string Body { get; init; }

    /// <summary>Headers of its own, as <see cref="RequestTemplate"/> takes them.</summary>
    public string Headers { get; init; } = "";

    /// <summary>What the reply must be.</summary>
    public required ReplyPattern Reply { get; init; }

    /// <summary>How many meters the walk has.</summary>
    public required int Meters { get; init; }

    /// <summary>Meters from one step to the next: 1, or a station's when each request is about a whole station.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Path of the call.</summary>
    public string Path => "/service/" + Name;

    /// <summary>Steps of one pass.</summary>
    public int Steps => Meters / Step;
}
