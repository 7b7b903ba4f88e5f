namespace Sems.Simulator.Bikes;

/// <summary>How a meter counts energy.</summary>
public enum RegisterKind
{
    /// <summary>One count for the meter's life.</summary>
    Lifetime,

    /// <summary>Begins near zero with each session.</summary>
    PerSession,

    /// <summary>Per session, and it sticks, jumps back and changes its scale.</summary>
    Odd,
}
