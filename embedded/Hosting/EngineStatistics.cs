namespace Sems.Embedded;

/// <summary>The engine's counts at one moment.</summary>
/// <param name="ActivationsByType">Active grains by grain type; types without any are listed too.</param>
/// <param name="CallsByType">Calls begun since the start, by grain type.</param>
public sealed record EngineStatistics(IReadOnlyDictionary<string, int> ActivationsByType, IReadOnlyDictionary<string, long> CallsByType)
{
    /// <summary>Active grains.</summary>
    public int Activations => ActivationsByType.Values.Sum();

    /// <summary>Calls begun since the start.</summary>
    public long Calls => CallsByType.Values.Sum();
}
