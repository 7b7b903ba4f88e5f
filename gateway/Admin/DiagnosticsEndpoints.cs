namespace Sems.Gateway.Admin;

/// <summary>What this process itself costs.</summary>
internal static class DiagnosticsEndpoints
{
    /// <summary>Memory; with <c>collect=true</c> after a full collection, which stops the process for a moment.</summary>
    public static IResult Memory(bool collect = false)
    {
        if (collect)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        return Results.Ok(new MemoryView(GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet));
    }
}
