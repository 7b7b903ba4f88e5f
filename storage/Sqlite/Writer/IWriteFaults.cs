namespace Sems.Storage.Sqlite.Writer;

/// <summary>Lets a test stop or fail the writer at a step of a batch: whatever this throws is taken for SQLite's own fault.</summary>
internal interface IWriteFaults
{
    /// <summary>Called on the writer's thread, or the packer's.</summary>
    void Before(WriteStep step);
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
