namespace Sems.Analysis.Energy;

/// <summary>The energy of a charge, and how well it is known.</summary>
/// <param name="Wh">Wh.</param>
/// <param name="LowWh">Lower end of the 90 % interval, Wh.</param>
/// <param name="HighWh">Upper end, Wh.</param>
/// <param name="Source">Where most of it is known from.</param>
/// <param name="Faults">What was wrong with the counter, in the order of time; each kind once.</param>
/// <param name="CounterShare">The share of <paramref name="Wh"/> that a sound stretch of the counter tells, 0 to 1.</param>
/// <param name="SilentWh">Of <paramref name="Wh"/>, what was filled in where nothing was measured, Wh.</param>
/// <param name="ChargeAh">Current times time, Ah, on the side it was measured; silences are bridged as for the energy.</param>
public sealed record EnergyEstimate(
    double Wh, double LowWh, double HighWh, EnergySource Source, IReadOnlyList<CounterFault> Faults, double CounterShare = 0, double SilentWh = 0,
    double ChargeAh = 0);
