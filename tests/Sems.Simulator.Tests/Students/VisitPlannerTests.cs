using Sems.Simulator.Bikes;
using Sems.Simulator.Students;
using Sems.Simulator.Time;

namespace Sems.Simulator.Tests.Students;

public class VisitPlannerTests
{
    private static readonly long Afternoon = new DateTimeOffset(2026, 3, 2, 16, 30, 0, TimeSpan.FromHours(8)).ToUnixTimeMilliseconds();

    [Fact]
    public void From_the_first_hour_there_is_life_and_short_charges_end_within_it()
    {
        var planners = Enumerable.Range(0, 200).Select(Planner).ToList();
        var early = planners.Count(p => p.FirstArrivalMs(Afternoon) < Afternoon + 15 * 60_000);
        Assert.InRange(early, 110, 180);
        var shortOnes = planners.Select(p => p.Plan()).Count(v => v.Stay < TimeSpan.FromMinutes(50));
        Assert.InRange(shortOnes, 30, 120);
    }

    [Fact]
    public void Visits_are_of_all_kinds()
    {
        var pack = PackCatalog.All[2];
        var charger = Charger.For(pack);
        var visits = Enumerable.Range(0, 100).SelectMany(i => Enumerable.Range(0, 10).Select(_ => Planner(i).Plan())).ToList();

        Assert.All(visits, v => Assert.InRange(v.StateOfCharge, 0.1, 0.75));
        Assert.All(visits, v => Assert.InRange(v.Stay, TimeSpan.FromMinutes(20), TimeSpan.FromHours(20)));
        Assert.InRange(visits.Count(v => v.Stay.TotalMinutes <= 90) / 1000.0, 0.4, 0.85);
        Assert.Contains(visits, v => v.Stay.TotalSeconds > charger.SecondsToFull(v.StateOfCharge) + 3600);
        Assert.Contains(visits, v => v.Stay.TotalMinutes > 90 && v.Stay.TotalSeconds < charger.SecondsToFull(v.StateOfCharge) * 0.9);
        Assert.Contains(visits, v => v.TriesSecond is not null);
    }

    [Fact]
    public void Students_come_by_the_rhythm_of_the_campus()
    {
        var random = Seeds.Stream(1, "test", "rhythm");
        var byHour = new int[24];
        var at = Afternoon;
        for (var i = 0; i < 20_000; i++)
        {
            at = CampusRhythm.NextArrival(random, at, 2);
            byHour[ChinaTime.Local(at).Hour]++;
        }

        Assert.True(byHour[21] > byHour[3] * 8, "the evening is busier than the night");
        Assert.True(byHour[17] > byHour[9], "after classes is busier than the morning");
        Assert.InRange(byHour[20] / (double)byHour[12], 1.3, 1.7);
    }

    [Fact]
    public void A_student_takes_a_break_between_visits()
    {
        var planner = Planner(3);
        Assert.All(Enumerable.Range(0, 500), _ => Assert.True(planner.NextArrivalMs(Afternoon) >= Afternoon + 20 * 60_000));
    }

    private static VisitPlanner Planner(int who) => new(Seeds.Stream(1, "test", $"student{who}"), PackCatalog.All[2]);
}
