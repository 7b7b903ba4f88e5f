using System.Security.Cryptography;
using Sems.GrainInterfaces;
using Sems.Storage.Audit;
using Sems.Storage.Erasure;

namespace Sems.Grains.Students;

/// <summary>The end of what is known of a student.</summary>
public sealed partial class StudentGrain
{
    /// <summary>A name nobody had before, and nobody can be found by.</summary>
    internal static string NewPseudonym() => "erased-" + RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <inheritdoc />
    public async Task<EraseAnswer> Erase(string passwordHash)
    {
        if (stored.State.Sessions.Count > 0) return new EraseAnswer(EraseRefusal.SessionOpen, []);
        var number = this.GetPrimaryKeyString();
        ErasureResult result;
        try
        {
            result = await database.Erasure.EraseAsync(new ErasureRequest(number, passwordHash, NewPseudonym(), Act(AuditWords.StudentErased, "student/" + number)));
            await ReadAsync(CancellationToken.None);
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            DeactivateOnIdle(); // it may have been done all the same: the next activation reads anew
            throw;
        }
        if (result.Outcome == ErasureOutcome.Erased) await ForgetPersonalAsync();
        return new EraseAnswer(Refused(result.Outcome), [.. result.Ammeters.Select(a => new AmmeterKey(a.Group, a.Ammeter))]);
    }

    /// <summary>Takes what only this grain keeps away.</summary>
    private async Task ForgetPersonalAsync()
    {
        if (stored.State is not { Follows: null, Position: null, Usual: null })
            await CommitAsync(stored.State with { Follows = null, Position = null, Usual = null });
    }

    private static EraseRefusal Refused(ErasureOutcome outcome) => outcome switch
    {
        ErasureOutcome.Erased => EraseRefusal.None,
        ErasureOutcome.Stale => EraseRefusal.Stale,
        ErasureOutcome.ChargeOpen => EraseRefusal.SessionOpen,
        ErasureOutcome.BillUnpaid => EraseRefusal.BillUnpaid,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome of an erasure"),
    };
}
