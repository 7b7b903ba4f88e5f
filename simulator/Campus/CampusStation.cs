namespace Sems.Simulator.Campus;

/// <summary>A row of stations.csv.</summary>
/// <param name="Group">The station's number, e.g. 0001.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Latitude">WGS-84, degrees north.</param>
/// <param name="Longitude">WGS-84, degrees east.</param>
/// <param name="StationKey">The key it signs in with; null when none.</param>
public sealed record CampusStation(string Group, string? Name = null, double? Latitude = null, double? Longitude = null, string? StationKey = null);
