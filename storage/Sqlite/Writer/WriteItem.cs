using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Writer;

/// <summary>Something waiting to be written. Run on the writer's thread; finished once its batch is durable.</summary>
internal abstract class WriteItem
{
    /// <summary>Why this item alone is refused; told to its caller when the batch is durable.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>Whether the item changes the database itself (samples are written together, at the end of the batch).</summary>
    public virtual bool ChangesDatabase => true;

    /// <summary>Does the work inside the transaction; what it throws refuses this item alone, unless the database is at fault.</summary>
    public abstract void Run(SqliteDatabase database);

    /// <summary>The batch is durable: tells the caller the result or the refusal.</summary>
    public abstract void Complete();

    /// <summary>The batch was not stored.</summary>
    public abstract void Fail(Exception fault);
}
