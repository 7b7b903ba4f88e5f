namespace Sems.GrainInterfaces;

/// <summary>Why a student could not register. The gateway has the words for each.</summary>
public enum EnrolRefusal
{
    /// <summary>Registered now.</summary>
    None = 0,

    /// <summary>The roster has no such student, or the student has another card: which of the two is nobody's to know.</summary>
    Mismatch = 1,

    /// <summary>Too many mismatches for this number; none is looked at for a while.</summary>
    Locked = 2,

    /// <summary>The student has a password already.</summary>
    AlreadyRegistered = 3,

    /// <summary>The user name is another student's, or another's student number.</summary>
    UserNameTaken = 4,
}
