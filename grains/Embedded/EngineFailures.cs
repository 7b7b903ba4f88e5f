namespace Sems.Grains;

/// <summary>The engine's own failures.</summary>
internal static class EngineFailures
{
    /// <summary>Whether a failure passes: the engine is stopping, or a state was written by someone else and is read anew.</summary>
    public static bool IsOutage(Exception failure) => failure is EngineStoppedException or InconsistentStateException;
}
