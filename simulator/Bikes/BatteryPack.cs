namespace Sems.Simulator.Bikes;

/// <summary>A bike's battery as its label states it.</summary>
/// <param name="Brand">The bike's brand.</param>
/// <param name="Model">The bike's model.</param>
/// <param name="Chemistry">What it is made of.</param>
/// <param name="NominalV">Nominal voltage, V.</param>
/// <param name="RatedAh">Rated capacity, Ah.</param>
/// <param name="StateOfHealth">Share of the rated capacity that is left, 0.5 to 1.</param>
public sealed record BatteryPack(
    string Brand, string Model, BatteryChemistry Chemistry, double NominalV, double RatedAh, double StateOfHealth = 1)
{
    /// <summary>What it can hold today, Ah.</summary>
    public double CapacityAh => RatedAh * StateOfHealth;
}
