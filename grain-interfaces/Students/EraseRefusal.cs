namespace Sems.GrainInterfaces;

/// <summary>Why a student's personal data were not erased. The gateway has the words for each.</summary>
public enum EraseRefusal
{
    /// <summary>They were.</summary>
    None = 0,

    /// <summary>There is no such student, or none that is registered by this password.</summary>
    Stale = 1,

    /// <summary>A charge has not ended.</summary>
    SessionOpen = 2,

    /// <summary>A bill is unpaid.</summary>
    BillUnpaid = 3,
}
