using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Writer;

/// <summary>Lets a test stop or fail storage at a step: whatever this throws is taken for SQLite's own fault.</summary>
internal interface IWriteFaults
{
    /// <summary>Called on the writer's thread, or the packer's.</summary>
    void Before(WriteStep step);

    /// <summary>
    /// Called before each step of each statement, the writer's and the readers', on the thread that runs it. It may also wait, or close
    /// the connection.
    /// </summary>
    void Before(SqliteDatabase database, string sql)
    {
    }
}

/// <summary>A step of the writer, or of the packer.</summary>
internal enum WriteStep
{
    /// <summary>Opening the connection again after a fault.</summary>
    Reopen,

    /// <summary>Beginning the transaction of a batch.</summary>
    Begin,

    /// <summary>Committing it.</summary>
    Commit,

    /// <summary>Handing the writer the chunks of a curve that was packed.</summary>
    Pack,
}
