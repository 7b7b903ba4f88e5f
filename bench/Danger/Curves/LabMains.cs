using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>A building's supply within 198 to 235 V: a level of its own, an evening sag, a slow walk, and neighbours that switch things on and off.</summary>
internal sealed class LabMains(Random random)
{
    private const double LeastV = 198;
    private const double MostV = 235;
    private readonly double _level = random.Between(208, 230);
    private readonly double _sag = random.Between(0, 9);
    private readonly double _begin = random.NextDouble() * 86_400;
    private double _walk;
    private double _neighbour;

    /// <summary>V, so many seconds after the charge began.</summary>
    /// <param name="t">s.</param>
    /// <param name="seconds">Since it was asked for last.</param>
    public double At(double t, double seconds)
    {
        _walk += (-_walk / 3600 * seconds) + (Math.Sqrt(seconds / 600) * 0.9 * random.Normal());
        if (random.Chance(seconds / 900)) _neighbour = random.Between(-4, 1);
        var hour = (_begin + t) / 3600 % 24;
        var evening = _sag * Math.Exp(-Math.Pow((hour - 20.5) / 2.5, 2));
        return Math.Clamp(_level + _walk + _neighbour - evening, LeastV, MostV) + (0.2 * random.Normal());
    }
}
