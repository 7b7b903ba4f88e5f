namespace Sems.Simulator.Demo;

/// <summary>What <c>demo</c> was asked to do.</summary>
/// <param name="Server">The server's .dll.</param>
/// <param name="Seconds">Real seconds from ready; null to run until stopped.</param>
/// <param name="Replay">A recording to play; null for none.</param>
/// <param name="Data">The data directory; null for a temporary one.</param>
/// <param name="Urls">Where the server shall listen; null for the usual address.</param>
/// <param name="Speed">Simulated seconds in a real second.</param>
/// <param name="Seed">Decides campus, bikes and students.</param>
/// <param name="Storage">The server's database; null for its own choice.</param>
public sealed record DemoOptions(string Server, double? Seconds, string? Replay, string? Data, string? Urls, double Speed, int Seed, string? Storage = null);
