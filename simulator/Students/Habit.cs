using Sems.Simulator.Time;

namespace Sems.Simulator.Students;

/// <summary>What a student usually does.</summary>
/// <param name="TopUp">Share of visits that are a short top-up.</param>
/// <param name="Early">Share of the long ones ended before the bike is full.</param>
/// <param name="Forgets">Share of the long ones that stay for hours after the bike is full.</param>
/// <param name="MeanGapHours">Mean time between visits at an average hour, h.</param>
public sealed record Habit(double TopUp, double Early, double Forgets, double MeanGapHours)
{
    /// <summary>Draws a habit.</summary>
    public static Habit Draw(Random random) =>
        new(random.Between(0.45, 0.8), random.Between(0.1, 0.4), random.Between(0.05, 0.35), random.Between(1.5, 4));
}
