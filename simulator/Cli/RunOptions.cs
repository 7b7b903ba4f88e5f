namespace Sems.Simulator.Cli;

/// <summary>What <c>run</c> was asked to do.</summary>
/// <param name="Urls">The server's address.</param>
/// <param name="Campus">Directory of the campus files; null to generate a campus.</param>
/// <param name="Speed">Simulated seconds in a real second.</param>
/// <param name="Seconds">Real seconds; null to run until stopped.</param>
/// <param name="Seed">Decides campus, bikes and students.</param>
/// <param name="Stations">Size of a generated campus.</param>
/// <param name="Meters">Meters of a generated campus, over all its stations.</param>
public sealed record RunOptions(string Urls, string? Campus, double Speed, double? Seconds, int Seed, int Stations, int Meters);
