using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Writer;

/// <summary>Lets a test stop or fail SQLite at a step of a transaction or of a statement.</summary>
internal interface IWriteFaults : IStepFaults
{
    /// <summary>
    /// Called before each step of each statement, the writer's and the readers', on the thread that runs it. It may also wait, or close
    /// the connection.
    /// </summary>
    void Before(SqliteDatabase database, string sql)
    {
    }
}
