namespace Sems.GrainInterfaces;

/// <summary>One student; the key is the student number (学号).</summary>
[Alias("sems.IStudentGrain")]
public interface IStudentGrain : IGrainWithStringKey
{
    /// <summary>Whether the student may charge.</summary>
    [Alias("Check")]
    Task<StudentCheck> Check();

    /// <summary>Takes a place among the student's open sessions, or says why there is none. The same id again: none is taken twice.</summary>
    [Alias("SessionOpened")]
    Task<Refusal> SessionOpened(long chargeId, AmmeterKey ammeter);

    /// <summary>Gives the place back; an id not known is fine.</summary>
    [Alias("SessionClosed")]
    Task SessionClosed(long chargeId);

    /// <summary>Registers a student of the roster under a user name, or changes name and password.</summary>
    [Alias("Register")]
    Task<Refusal> Register(string userName, string passwordHash);

    /// <summary>Blocks or unblocks.</summary>
    [Alias("Block")]
    Task<Refusal> Block(bool blocked);

    /// <summary>Pays, waives or reopens one of the student's bills. The same step again is done already, and not recorded twice.</summary>
    /// <param name="chargeId">The bill: that of this charge.</param>
    /// <param name="step">What is done with it.</param>
    /// <param name="by">Which administrator does it.</param>
    /// <param name="reason">Why, at most 200 characters; a waiver must have one.</param>
    [Alias("SettleBill")]
    Task<BillRefusal> SettleBill(long chargeId, BillStep step, string by, string? reason);
}
