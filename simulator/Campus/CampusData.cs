namespace Sems.Simulator.Campus;

/// <summary>A whole campus: who may charge, and where.</summary>
public sealed record CampusData(
    IReadOnlyList<CampusStudent> Students, IReadOnlyList<CampusStation> Stations, IReadOnlyList<CampusAmmeter> Ammeters);
