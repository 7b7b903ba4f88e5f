using Sems.Storage.Sql;

namespace Sems.Storage.Decisions;

/// <summary>Decisions.</summary>
internal sealed class SqlDecisions(ISqlStore store) : SqlDecisionsReader(store), IDecisions
{
    private readonly ISqlStore _store = store;

    public Task AddAsync(DecisionRecord decision) => _store.WriteAsync(session => DecisionRows.AddAsync(session, decision));
}
