using Sems.Storage;

namespace Sems.Grains;

/// <summary>Failures that pass: nothing was changed, or a retry has the same effect once.</summary>
public static class Outage
{
    /// <summary>Whether the failure is one.</summary>
    public static bool Is(Exception failure) => failure is StorageUnavailableException || EngineFailures.IsOutage(failure);
}
