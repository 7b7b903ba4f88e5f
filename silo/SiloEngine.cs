namespace Sems.Silo;

/// <summary>Which engine this build runs.</summary>
public static class SiloEngine
{
    /// <summary>"embedded" or "orleans".</summary>
    public static string Name => typeof(Grain).Namespace == "Orleans" ? "orleans" : "embedded";
}
