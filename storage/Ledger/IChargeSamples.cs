using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>What the samples of a charge need done in the transactions that begin, undo and end it.</summary>
internal interface IChargeSamples
{
    /// <summary>The charge begins: it takes samples from now on.</summary>
    ValueTask OpenAsync(ISqlSession session, long chargeId);

    /// <summary>The charge is undone, with what samples it has.</summary>
    ValueTask DropAsync(ISqlSession session, long chargeId);

    /// <summary>The charge ended: it takes no more samples, and those it has are sealed.</summary>
    ValueTask CloseAsync(ISqlSession session, long chargeId);
}
