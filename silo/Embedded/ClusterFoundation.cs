namespace Sems.Silo;

/// <summary>A gateway apart from its silo is beyond this engine.</summary>
public static class ClusterFoundation
{
    /// <summary>Says so.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static IFoundation Open(string data, string siloGateway, string? storage) =>
        throw new InvalidOperationException("--cluster needs the Orleans engine and this is the embedded one: start it with --engine orleans");
}
