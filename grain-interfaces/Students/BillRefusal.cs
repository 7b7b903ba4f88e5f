namespace Sems.GrainInterfaces;

/// <summary>Why a step was not taken with a bill. The gateway has the words for each.</summary>
public enum BillRefusal
{
    /// <summary>It was taken, now or before.</summary>
    None = 0,

    /// <summary>账单不存在.</summary>
    BillUnknown = 1,

    /// <summary>账单不属于该学生.</summary>
    OtherStudent = 2,

    /// <summary>账单已支付: it must be reopened before it can be waived.</summary>
    IsPaid = 3,

    /// <summary>账单已减免: it must be reopened before it can be paid.</summary>
    IsWaived = 4,

    /// <summary>A waiver says why.</summary>
    ReasonMissing = 5,

    /// <summary>The reason is longer than 200 characters, or has control characters.</summary>
    ReasonUnfit = 6,
}
