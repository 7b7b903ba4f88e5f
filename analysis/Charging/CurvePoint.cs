namespace Sems.Analysis.Charging;

/// <summary>One reading of a charge.</summary>
/// <param name="AtMs">Unix ms.</param>
/// <param name="CurrentA">A.</param>
/// <param name="VoltageV">V, of the battery or of the mains (<see cref="ChargeSides.Of"/>); null when not sent.</param>
/// <param name="CounterKwh">The meter's energy counter, kWh; null when not sent.</param>
/// <param name="PowerW">W; null when not sent.</param>
/// <param name="Powered">The switch was meant to be closed.</param>
public readonly record struct CurvePoint(
    long AtMs, double CurrentA, double? VoltageV = null, double? CounterKwh = null, double? PowerW = null, bool Powered = true);
