namespace Sems.Simulator.Wire;

/// <summary>One reading of a meter, quantised as the meter shows it.</summary>
/// <param name="TimeS">The station's clock, Unix seconds.</param>
/// <param name="CurrentA">Mains current, A.</param>
/// <param name="EnergyKwh">The meter's energy counter, kWh.</param>
/// <param name="VoltageV">Mains voltage, V; null from an old station.</param>
/// <param name="PowerW">Active power, W; null from an old station.</param>
public sealed record Sample(decimal TimeS, decimal CurrentA, decimal EnergyKwh, decimal? VoltageV, decimal? PowerW);
