using Sems.Bench.Campus;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>
/// The campus bodies are sent to. Its first stations are left alone, for measuring; those the bodies name have numbers that no small change
/// turns into one of the first.
/// </summary>
internal static class FuzzCampus
{
    private const int FirstStation = 71;
    private const int Stations = 9;

    /// <summary>All of it.</summary>
    public static readonly CampusShape Whole = new(80 * CampusShape.MetersPerStation);

    /// <summary>The part for measuring.</summary>
    public static readonly CampusShape Quiet = new(10 * CampusShape.MetersPerStation);

    /// <summary>A meter bodies may name, from 0 over the whole campus.</summary>
    public static int AnyMeter(Random random) =>
        ((FirstStation - 1) * CampusShape.MetersPerStation) + random.Next(Stations * CampusShape.MetersPerStation);
}
