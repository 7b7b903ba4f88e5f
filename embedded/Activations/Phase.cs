namespace Sems.Embedded;

/// <summary>Life of an activation.</summary>
internal enum Phase : byte
{
    /// <summary>Made for a first call that is about to arrive.</summary>
    New,

    /// <summary>Building the grain, reading its states, in OnActivateAsync.</summary>
    Activating,

    /// <summary>Serving calls.</summary>
    Active,

    /// <summary>In OnDeactivateAsync. Calls that arrive wait, and bring the grain back afterwards.</summary>
    Deactivating,

    /// <summary>Forgotten; a later call makes another activation.</summary>
    Gone,
}
