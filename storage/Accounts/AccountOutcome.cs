namespace Sems.Storage.Accounts;

/// <summary>What came of a change of an account.</summary>
public enum AccountOutcome
{
    /// <summary>It was made, and is in the audit log where it belongs there.</summary>
    Changed,

    /// <summary>It was so already.</summary>
    Unchanged,

    /// <summary>There is no such account.</summary>
    Unknown,

    /// <summary>There is an account of this name already, letters large or small.</summary>
    Taken,

    /// <summary>Nobody could change accounts any more: it is the last administrator that is not disabled.</summary>
    LastAdministrator,
}
