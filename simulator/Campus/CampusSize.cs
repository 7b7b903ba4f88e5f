namespace Sems.Simulator.Campus;

/// <summary>How large a generated campus is.</summary>
/// <param name="Stations">1 to 9,000.</param>
/// <param name="AmmetersPerStation">1 to 1,000.</param>
/// <param name="Students">1 to 100,000.</param>
/// <param name="Passwords">How many of the first students get a password (setting one costs the server time at import).</param>
/// <param name="Keys">How many of the last stations sign in with a key.</param>
public sealed record CampusSize(int Stations = 4, int AmmetersPerStation = 10, int Students = 60, int Passwords = 0, int Keys = 0)
{
    /// <summary>The demo's campus.</summary>
    public static CampusSize Demo { get; } = new(Passwords: 12, Keys: 1);
}
