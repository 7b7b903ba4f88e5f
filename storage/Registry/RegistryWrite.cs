namespace Sems.Storage.Registry;

/// <summary>What became of a change of the registry.</summary>
public enum RegistryOutcome
{
    /// <summary>It was made.</summary>
    Changed = 0,

    /// <summary>It is so already; nothing was written.</summary>
    Unchanged = 1,

    /// <summary>There is no such row.</summary>
    Unknown = 2,

    /// <summary>There is one already.</summary>
    Exists = 3,

    /// <summary>The card is another student's.</summary>
    CardTaken = 4,

    /// <summary>Something charges there.</summary>
    InUse = 5,
}

/// <summary>What became of a change.</summary>
/// <param name="Outcome">Whether it was made.</param>
/// <param name="Row">The row as it is now; null when there is none.</param>
/// <param name="Before">The row as it was; null when there was none.</param>
/// <param name="Holder">Whose the card is, or was until now.</param>
public sealed record RegistryWrite<T>(RegistryOutcome Outcome, T? Row = null, T? Before = null, string? Holder = null) where T : class;
