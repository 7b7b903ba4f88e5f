namespace Sems.GrainInterfaces;

/// <summary>What an administrator does with a student's bill.</summary>
public enum BillStep
{
    /// <summary>The student has paid it.</summary>
    Pay = 0,

    /// <summary>The student need not pay it; takes a reason.</summary>
    Waive = 1,

    /// <summary>It is unpaid after all: the correction of a mistake.</summary>
    Reopen = 2,
}
