namespace Sems.Simulator.Campus;

/// <summary>A row of students.csv.</summary>
/// <param name="StudentNumber">Ten digits, e.g. 1030412535.</param>
/// <param name="CardNumber">Serial number of the campus card.</param>
/// <param name="Username">Null when not registered.</param>
/// <param name="Password">Null when none is set.</param>
/// <param name="Blocked">Whether charging is refused.</param>
/// <param name="Phone">Mobile number.</param>
/// <param name="Brand">The bike's brand.</param>
/// <param name="Model">The bike's model.</param>
/// <param name="BatteryType">铅酸 or 锂电.</param>
/// <param name="RatedV">Nominal voltage, V.</param>
/// <param name="RatedAh">Rated capacity, Ah.</param>
public sealed record CampusStudent(
    string StudentNumber, string CardNumber, string? Username = null, string? Password = null, bool Blocked = false, string? Phone = null,
    string? Brand = null, string? Model = null, string? BatteryType = null, double? RatedV = null, double? RatedAh = null)
{
    /// <summary>Whether the student has an account.</summary>
    public bool Registered => !string.IsNullOrEmpty(Username);
}
