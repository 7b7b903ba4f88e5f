namespace Sems.Simulator.Campus;

/// <summary>A row of ammeters.csv.</summary>
/// <param name="Group">The station it belongs to.</param>
/// <param name="Number">The meter's number, twelve digits as a rule.</param>
/// <param name="Name">What is written above the socket.</param>
public sealed record CampusAmmeter(string Group, string Number, string? Name = null);
