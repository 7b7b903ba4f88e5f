namespace Sems.Storage.Ledger;

/// <summary>
/// Charges and bills. Every write is durable when its task completes, is idempotent (the same call again changes nothing)
/// and throws <see cref="StorageUnavailableException"/> when it was not made.
/// </summary>
public interface ILedger : ILedgerReader
{
    /// <summary>The next charge id: positive, never given twice by any process on this database, below 2^53.</summary>
    ValueTask<long> NextChargeIdAsync();

    /// <summary>Writes the charge with status <see cref="ChargeStatus.Starting"/>.</summary>
    Task BeginChargeAsync(ChargeStart start);

    /// <summary>Moves an open charge to a live status; a charge that has ended stays ended.</summary>
    Task SetStatusAsync(long chargeId, ChargeStatus status);

    /// <summary>Removes a charge that never got past <see cref="ChargeStatus.Starting"/>.</summary>
    Task AbandonChargeAsync(long chargeId);

    /// <summary>
    /// Ends the charge, writes its bill (once: charge id is the bill's key) and seals its curve, in one transaction.
    /// </summary>
    Task CloseChargeAsync(ChargeEnd end);

    /// <summary>Pays, waives or reopens a bill, as far as <see cref="BillSteps"/> allow: with its history and the totals, in one transaction.</summary>
    Task<BillOutcome> SettleBillAsync(BillSettlement settlement);
}
