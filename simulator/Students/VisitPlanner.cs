using Sems.Simulator.Bikes;
using Sems.Simulator.Time;

namespace Sems.Simulator.Students;

/// <summary>Decides when a student comes, with how empty a bike, and for how long. Everything is drawn from the student's own stream.</summary>
/// <param name="random">The student's own stream.</param>
/// <param name="pack">The bike's battery.</param>
/// <param name="tillFull">Whether they mostly stay till the bike is full, as those who look at their page do.</param>
public sealed class VisitPlanner(Random random, BatteryPack pack, bool tillFull = false)
{
    private const double ArrivesAtOnce = 0.7;
    private const double TriesSecond = 0.08;
    private static readonly TimeSpan FirstRush = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromMinutes(20);

    private readonly Charger _charger = Charger.For(pack);

    /// <summary>The student's habit.</summary>
    public Habit Habit { get; } = tillFull ? Habit.Draw(random) with { TopUp = 0.15, Early = 0.05 } : Habit.Draw(random);

    /// <summary>The first arrival after a start: many come at once, so that there is life from the beginning.</summary>
    /// <param name="nowMs">Simulated time, Unix ms.</param>
    public long FirstArrivalMs(long nowMs) => random.Chance(ArrivesAtOnce)
        ? nowMs + (long)random.Between(0, FirstRush.TotalMilliseconds)
        : CampusRhythm.NextArrival(random, nowMs, Habit.MeanGapHours);

    /// <summary>The arrival after a visit.</summary>
    /// <param name="leftMs">When the bike was taken, simulated Unix ms.</param>
    public long NextArrivalMs(long leftMs) =>
        CampusRhythm.NextArrival(random, leftMs + (long)ShortestBreak.TotalMilliseconds, Habit.MeanGapHours);

    /// <summary>What the student means to do this time.</summary>
    public Visit Plan()
    {
        var (charge, stay) = random.Chance(Habit.TopUp) ? TopUp() : Long();
        var second = random.Chance(TriesSecond) ? TimeSpan.FromMinutes(random.Between(3, 14)) : (TimeSpan?)null;
        return new Visit(charge, stay, second);
    }

    private (double Charge, TimeSpan Stay) TopUp() => (random.Between(0.2, 0.75), TimeSpan.FromMinutes(random.Between(20, 90)));

    private (double Charge, TimeSpan Stay) Long()
    {
        var charge = random.Between(0.1, 0.6);
        var full = _charger.SecondsToFull(charge) / 60;
        var kind = random.NextDouble();
        if (kind < Habit.Early) return (charge, TimeSpan.FromMinutes(full * random.Between(0.4, 0.9)));
        if (kind < Habit.Early + Habit.Forgets) return (charge, TimeSpan.FromMinutes(full + random.Between(60, 240)));
        return (charge, TimeSpan.FromMinutes(full + random.Between(2, 40)));
    }
}
