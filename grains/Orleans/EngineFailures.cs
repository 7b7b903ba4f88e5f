namespace Sems.Grains;

/// <summary>The engine's own failures.</summary>
internal static class EngineFailures
{
    /// <summary>
    /// Whether a failure passes: no silo is there or it is stopping, an answer did not come in time, or a state was written
    /// by someone else and is read anew.
    /// </summary>
    public static bool IsOutage(Exception failure) =>
        failure is OrleansException and not WrappedException or TimeoutException;
}
