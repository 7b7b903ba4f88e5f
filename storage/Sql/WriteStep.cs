namespace Sems.Storage.Sql;

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
