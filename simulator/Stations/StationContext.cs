using Sems.Simulator.Campus;
using Sems.Simulator.Metrics;
using Sems.Simulator.Students;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>What the parts of one station share.</summary>
/// <param name="Row">The station's campus row.</param>
/// <param name="Engine">Its loop.</param>
/// <param name="Stats">The run's counts.</param>
/// <param name="Meters">Its meters the simulation uses.</param>
/// <param name="Roster">Numbers of all its meters, those kept for a person's hand too.</param>
/// <param name="Students">The students who charge here.</param>
/// <param name="Traits">Its model and clock.</param>
/// <param name="Random">The station's own stream.</param>
/// <param name="Strict">False where an operator may block students, release meters and change rosters meanwhile.</param>
public sealed record StationContext(
    CampusStation Row, StationEngine Engine, SimulatorStats Stats, IReadOnlyList<Meter> Meters, IReadOnlyCollection<string> Roster,
    IReadOnlyList<Student> Students, StationTraits Traits, Random Random, bool Strict)
{
    /// <summary>The station's number.</summary>
    public string Group => Row.Group;

    /// <summary>Whether no new student is let in any more.</summary>
    public bool Closing { get; set; }

    /// <summary>Counts a refusal that the situation called for.</summary>
    public void CountRefusal(Exchange exchange)
    {
        if (exchange is { AsExpected: true, Reply.Result: 0 }) Stats.CountRefusal();
    }
}
