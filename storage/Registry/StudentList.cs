namespace Sems.Storage.Registry;

/// <summary>Which students to list; null means any.</summary>
/// <param name="Search">Student number, card number, user name or phone begin with this.</param>
/// <param name="Blocked">Blocked, or not.</param>
/// <param name="Registered">Has a user name, or none.</param>
/// <param name="Arrears">Owes something, or nothing.</param>
/// <param name="Order">In which order.</param>
public sealed record StudentFilter(
    string? Search = null, bool? Blocked = null, bool? Registered = null, bool? Arrears = null, StudentOrder Order = StudentOrder.Number);

/// <summary>The order of a list of students.</summary>
public enum StudentOrder
{
    /// <summary>By student number.</summary>
    Number = 0,

    /// <summary>Who owes most first, then by student number.</summary>
    MostOwed = 1,
}

/// <summary>A student in a list.</summary>
/// <param name="Student">The student, without the password's hash.</param>
/// <param name="UnpaidFen">Unpaid bills added up.</param>
/// <param name="UnpaidBills">How many.</param>
/// <param name="OpenChargeId">The latest charge that has not ended, or null.</param>
public sealed record StudentEntry(StudentRecord Student, long UnpaidFen, long UnpaidBills, long? OpenChargeId);
