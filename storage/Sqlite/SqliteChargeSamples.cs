using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Sqlite;

/// <summary>Tells the journal of charges that begin and end, on the writer's thread.</summary>
internal sealed class SqliteChargeSamples(SampleJournal journal) : IChargeSamples
{
    public ValueTask OpenAsync(ISqlSession session, long chargeId)
    {
        journal.Open(chargeId);
        return ValueTask.CompletedTask;
    }

    public ValueTask DropAsync(ISqlSession session, long chargeId)
    {
        journal.Drop(((SqliteSession)session).Database, chargeId);
        return ValueTask.CompletedTask;
    }

    public ValueTask CloseAsync(ISqlSession session, long chargeId)
    {
        journal.Close(((SqliteSession)session).Database, chargeId);
        return ValueTask.CompletedTask;
    }
}
