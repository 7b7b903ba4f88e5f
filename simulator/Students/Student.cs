using Sems.Simulator.Bikes;
using Sems.Simulator.Campus;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Students;

/// <summary>A student with a card and a bike, seen from the station they charge at. Used by one station's loop only.</summary>
public sealed class Student
{
    /// <summary>Makes a student of a campus row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="pack">The bike's battery; the row's where not given.</param>
    public Student(CampusStudent row, int seed, BatteryPack? pack = null)
    {
        Row = row;
        (Registered, Blocked) = (row.Registered, row.Blocked);
        var random = Seeds.Stream(seed, "student", row.StudentNumber);
        Pack = pack ?? PackOf(row, random);
        Planner = new VisitPlanner(random, Pack, tillFull: row.Password is not null);
        Random = random;
    }

    /// <summary>The campus row.</summary>
    public CampusStudent Row { get; }

    /// <summary>The card.</summary>
    public string Card => Row.CardNumber;

    /// <summary>The bike's battery.</summary>
    public BatteryPack Pack { get; }

    /// <summary>Decides the visits.</summary>
    public VisitPlanner Planner { get; }

    /// <summary>The student's own stream.</summary>
    public Random Random { get; }

    /// <summary>Whether they have an account, as last heard.</summary>
    public bool Registered { get; private set; }

    /// <summary>Whether they are blocked, as last heard.</summary>
    public bool Blocked { get; private set; }

    /// <summary>Whether a person decides what they do: nobody comes or leaves by plan, and anything may have befallen their account.</summary>
    public bool ByHand { get; init; }

    /// <summary>Whether they stand at a meter or have a session.</summary>
    public bool Engaged { get; set; }

    /// <summary>Whether they ever had a session, and so may owe money.</summary>
    public bool HasCharged { get; set; }

    /// <summary>Whether a start would be let through.</summary>
    public bool MayCharge => Registered && !Blocked;

    /// <summary>What checkStudent must answer.</summary>
    /// <param name="strict">False where an operator may have changed the student meanwhile.</param>
    public ReplyExpectation CheckExpectation(bool strict) => ByHand
        ? ReplyExpectation.DoneOr(Refusals.Blocked, Refusals.NotRegistered, Refusals.UnknownCard)
        : strict
        ? ReplyExpectation.Student(Row.StudentNumber, Row.Username, MayCharge, MayCharge ? [] : [Registered ? Refusals.Blocked : Refusals.NotRegistered])
        : ReplyExpectation.Student(Row.StudentNumber, Row.Username, true, Refusals.Blocked, Refusals.NotRegistered);

    /// <summary>Takes over what checkStudent said.</summary>
    public void Learn(Exchange exchange)
    {
        Blocked = exchange.IsRefusal(Refusals.Blocked);
        Registered = !exchange.IsRefusal(Refusals.NotRegistered);
    }

    private static BatteryPack PackOf(CampusStudent row, Random random)
    {
        var known = PackCatalog.All.FirstOrDefault(p => p.Brand == row.Brand && p.Model == row.Model) ?? random.Pick(PackCatalog.All);
        return known with
        {
            NominalV = row.RatedV ?? known.NominalV,
            RatedAh = row.RatedAh ?? known.RatedAh,
            StateOfHealth = Math.Round(random.Between(0.65, 1), 3),
        };
    }
}
