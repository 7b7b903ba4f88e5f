using Sems.Storage.Decisions;

namespace Sems.Storage.Sqlite.Decisions;

/// <summary>Decisions, to be read.</summary>
internal class SqliteDecisionsReader(SqliteReaders readers) : IDecisionsReader
{
    public Task<IReadOnlyList<DecisionRecord>> OfChargeAsync(long chargeId, CancellationToken cancel = default) =>
        readers.ReadAsync(chargeId, DecisionRows.OfCharge, cancel);
}
