namespace Sems.Simulator.Wire;

/// <summary>Names of the endpoints as the protocol writes them.</summary>
public static class ServiceEndpoints
{
    private static readonly string[] Names = ["checkStudent", "start", "end", "charge", "AmmeterControl", "money"];

    /// <summary>All endpoints in the order of the protocol page.</summary>
    public static IReadOnlyList<ServiceEndpoint> All { get; } = Enum.GetValues<ServiceEndpoint>();

    /// <summary>The name after <c>/service/</c>.</summary>
    public static string Name(this ServiceEndpoint endpoint) => Names[(int)endpoint];
}
