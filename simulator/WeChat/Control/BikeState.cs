namespace Sems.Simulator.WeChat.Control;

/// <summary>How the bike of a demo's documented student stands.</summary>
/// <param name="Student">Whose it is: the student number.</param>
/// <param name="Password">The student's password in this demo, which the card is as easily had for.</param>
/// <param name="UserName">The student's user name.</param>
/// <param name="PluggedIn">Whether a session is open.</param>
/// <param name="Group">The station.</param>
/// <param name="Ammeter">The meter.</param>
/// <param name="Control">What the station has been told: on, off, release or lock.</param>
/// <param name="Percent">What is in the battery, 0 to 100.</param>
/// <param name="Overloaded">Whether an over-current is felt.</param>
public sealed record BikeState(
    string Student, string UserName, string Password, bool PluggedIn, string? Group = null, string? Ammeter = null, string? Control = null, double? Percent = null, bool Overloaded = false);
