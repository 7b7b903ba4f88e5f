using Sems.Storage.Sql;

namespace Sems.Storage.Decisions;

/// <summary>Decisions, to be read.</summary>
internal class SqlDecisionsReader(ISqlStore store) : IDecisionsReader
{
    public Task<IReadOnlyList<DecisionRecord>> OfChargeAsync(long chargeId, CancellationToken cancel = default) =>
        store.ReadAsync(session => DecisionRows.OfChargeAsync(session, chargeId), cancel);
}
