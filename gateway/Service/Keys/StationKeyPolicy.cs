namespace Sems.Gateway.Service.Keys;

/// <summary>Whether stations without a key are let in.</summary>
/// <param name="Required">They are not: <c>Service:RequireStationKey=true</c>.</param>
public sealed record StationKeyPolicy(bool Required)
{
    private const string Name = "Service:RequireStationKey";

    /// <summary>Reads and checks it.</summary>
    /// <exception cref="FormatException">The value is neither true nor false.</exception>
    public static StationKeyPolicy Read(IConfiguration configuration) => configuration[Name] switch
    {
        null => new StationKeyPolicy(false),
        var text when bool.TryParse(text, out var required) => new StationKeyPolicy(required),
        var text => throw new FormatException($"{Name} must be true or false, it is '{text}'"),
    };
}
