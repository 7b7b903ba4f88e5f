namespace Sems.Simulator.Campus;

/// <summary>
/// The names the protocol's examples use. They exist on every generated campus, and the simulated stations leave them alone, so that a
/// person can try the examples by hand while everything runs.
/// </summary>
public static class DocumentedExamples
{
    /// <summary>The station of the examples.</summary>
    public const string Group = "0001";

    /// <summary>The card of the examples.</summary>
    public const string Card = "5sdf87e4";

    /// <summary>The student of the examples.</summary>
    public const string StudentNumber = "1030412535";

    /// <summary>The student's user name.</summary>
    public const string Username = "jack";

    /// <summary>The meters of the examples: the first in <c>charge</c>, the second in <c>start</c>, <c>end</c> and <c>money</c>.</summary>
    public static IReadOnlyList<string> Ammeters { get; } = ["000000000000", "0001"];

    /// <summary>Whether a meter is kept for a person's hand.</summary>
    public static bool IsKept(CampusAmmeter ammeter) => ammeter.Group == Group && Ammeters.Contains(ammeter.Number);
}
