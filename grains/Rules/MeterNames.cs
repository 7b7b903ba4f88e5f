namespace Sems.Grains.Rules;

/// <summary>What people call a meter.</summary>
/// <param name="Station">The station's name.</param>
/// <param name="Socket">The socket's name.</param>
internal sealed record MeterNames(string Station, string Socket);
