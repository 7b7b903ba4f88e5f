using Sems.Storage.Decisions;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite.Decisions;

/// <summary>Decisions.</summary>
internal sealed class SqliteDecisions(SqliteWriter writer, SqliteReaders readers) : SqliteDecisionsReader(readers), IDecisions
{
    public Task AddAsync(DecisionRecord decision) => writer.WriteAsync(database => DecisionRows.Insert(database, decision));
}
