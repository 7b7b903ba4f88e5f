namespace Sems.Embedded;

/// <summary>The engine is stopping or has stopped and takes no more calls.</summary>
/// <param name="grain">The grain that was called.</param>
public sealed class EngineStoppedException(GrainId grain)
    : InvalidOperationException($"The grain engine is stopping: {grain} cannot be called any more.")
{
    /// <summary>The grain that was called.</summary>
    public GrainId Grain { get; } = grain;
}
