namespace Sems.Analysis.Health;

/// <summary>What is kept of a vehicle's battery between charges: plain values of bounded size, that go to JSON and back.</summary>
public sealed record VehicleHealthState
{
    /// <summary>Nothing is known.</summary>
    public static readonly VehicleHealthState Empty = new();

    /// <summary>Charges it was told of.</summary>
    public int Charges { get; init; }

    /// <summary>When the first of them ended, Unix ms; null before it.</summary>
    public long? FirstMs { get; init; }

    /// <summary>When the last of them ended, Unix ms; null before the first.</summary>
    public long? LastMs { get; init; }
}
