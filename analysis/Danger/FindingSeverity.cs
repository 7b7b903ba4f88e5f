namespace Sems.Analysis.Danger;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nobody need come.</summary>
    Notice,

    /// <summary>Somebody should look soon.</summary>
    Warning,

    /// <summary>The power should be cut.</summary>
    Danger,
}
