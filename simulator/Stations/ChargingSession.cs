using Sems.Simulator.Bikes;
using Sems.Simulator.Students;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>A session the station has open at one of its meters.</summary>
/// <param name="student">Whose.</param>
/// <param name="visit">What the student means to do.</param>
/// <param name="swipedMs">When the card was swiped, simulated Unix ms.</param>
public sealed class ChargingSession(Student student, Visit visit, long swipedMs)
{
    /// <summary>Whose it is.</summary>
    public Student Student { get; } = student;

    /// <summary>What the student means to do.</summary>
    public Visit Visit { get; } = visit;

    /// <summary>When the card was swiped, simulated Unix ms.</summary>
    public long SwipedMs { get; } = swipedMs;

    /// <summary>The bike.</summary>
    public BikeCharge Bike { get; } = new(student.Pack, visit.StateOfCharge);

    /// <summary>Until when the bike's charge is worked out, simulated Unix ms.</summary>
    public long AdvancedToMs { get; set; } = swipedMs;

    /// <summary>Whether the meter feels an over-current as long as its power is on: a fault by command.</summary>
    public bool Overloaded { get; set; }

    /// <summary>Whether the end is on its way: no sample follows.</summary>
    public bool Ending { get; set; }

    /// <summary>Whether the station was told to release the meter.</summary>
    public bool Released { get; set; }

    /// <summary>What the display last showed, yuan: it never goes down.</summary>
    public decimal Money { get; set; }

    /// <summary>A sample the server refused as nobody's; the next poll must explain it by a release or a lock.</summary>
    public Exchange? Unexplained { get; set; }

    /// <summary>The engine's stamp of that refusal.</summary>
    public long UnexplainedStamp { get; set; }
}
