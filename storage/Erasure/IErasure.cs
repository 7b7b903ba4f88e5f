using Sems.Storage.Audit;

namespace Sems.Storage.Erasure;

/// <summary>Takes what is known of a student out of everything that is kept, in one transaction.</summary>
public interface IErasure
{
    /// <summary>
    /// Number, card and block stay in the roster, not registered any more. Charges, bills, what is owed and pushes go on under a pseudonym; batteries
    /// go, and what curves say is nobody's; pushes that were not sent are not sent any more. The audit log keeps what was done and when, not what it said of the student.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It was not done.</exception>
    Task<ErasureResult> EraseAsync(ErasureRequest request);
}

/// <summary>A student to be erased.</summary>
/// <param name="StudentNumber">Who.</param>
/// <param name="PasswordHash">Of the password the student has shown to know.</param>
/// <param name="Pseudonym">What stands for number and card from now on; nobody had it before.</param>
/// <param name="Act">For the audit log, which is not told the pseudonym.</param>
public sealed record ErasureRequest(string StudentNumber, string PasswordHash, string Pseudonym, AuditAct Act);

/// <summary>What came of it.</summary>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Ammeters">Where the student ever charged, when it was done.</param>
public sealed record ErasureResult(ErasureOutcome Outcome, IReadOnlyList<(string Group, string Ammeter)> Ammeters);

/// <summary>Whether a student was erased.</summary>
public enum ErasureOutcome
{
    /// <summary>Yes.</summary>
    Erased,

    /// <summary>There is no such student, or none by this password any more.</summary>
    Stale,

    /// <summary>A charge has not ended; nothing was changed.</summary>
    ChargeOpen,

    /// <summary>A bill is unpaid; nothing was changed.</summary>
    BillUnpaid,
}
