namespace Sems.Bench.Processes;

/// <summary>How to start a gateway.</summary>
/// <param name="Data">Its data directory.</param>
/// <param name="Import">A campus to load, or null.</param>
/// <param name="Settings">Settings by their environment names, such as <c>Service__Limits</c>.</param>
public sealed record GatewayStart(string Data, string? Import, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Where it listens; a port of its own choice unless said.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";
}
