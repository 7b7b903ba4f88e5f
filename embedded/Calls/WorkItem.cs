namespace Sems.Embedded;

/// <summary>Something an activation has to run. Part of the engine: nothing else derives from it.</summary>
public abstract class WorkItem
{
    private protected WorkItem()
    {
    }

    internal WorkItem? Next { get; set; }

    /// <summary>Runs on the activation's executor, with its synchronization context set.</summary>
    internal abstract void Execute(Activation activation);
}
