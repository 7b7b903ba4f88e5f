namespace Sems.Analysis.Health;

/// <summary>A reading of a battery that is charged, on its own side of the charger.</summary>
/// <param name="AtS">s since any moment; only differences matter.</param>
/// <param name="CurrentA">A into the battery; below zero counts as none.</param>
/// <param name="VoltageV">V over the whole battery; null when not measured.</param>
/// <param name="TemperatureC">°C; null when not measured.</param>
public readonly record struct BatteryReading(double AtS, double CurrentA, double? VoltageV = null, double? TemperatureC = null);
