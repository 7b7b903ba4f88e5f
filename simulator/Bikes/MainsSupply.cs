using Sems.Simulator.Time;

namespace Sems.Simulator.Bikes;

/// <summary>The voltage of a building's supply: nominal 220 V, lower in the evening, with slow swings of its own.</summary>
public sealed class MainsSupply(double nominalV = 224)
{
    /// <summary>Voltage at a simulated moment, V, within 210 to 236.</summary>
    /// <param name="simMs">Unix ms.</param>
    public double VoltageV(long simMs)
    {
        var hour = ChinaTime.Local(simMs).TimeOfDay.TotalHours;
        var evening = 4.5 * Math.Exp(-Math.Pow((hour - 20.5) / 2.8, 2));
        var swing = (1.6 * Math.Sin(simMs / 1000.0 / 411)) + (0.9 * Math.Sin(simMs / 1000.0 / 67));
        return Math.Clamp(nominalV - evening + swing, 210, 236);
    }
}
