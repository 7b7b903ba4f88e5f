namespace Sems.Bench.Service;

/// <summary>
/// Memory. Heap figures are of the managed heap after a full collection, RSS figures of the process as the system sees it.
/// </summary>
/// <param name="EmptyHeap">No meter registered, but the same polls asked and refused.</param>
/// <param name="IdleHeap">Every meter registered, every station polled, no session.</param>
/// <param name="OpenHeap">Every meter with an open session and samples.</param>
/// <param name="EmptyRss">RSS with no meter.</param>
/// <param name="StartRss">RSS after the start, meters registered and silent.</param>
/// <param name="IdleRss">RSS after the polls.</param>
/// <param name="OpenRss">RSS with all sessions open.</param>
/// <param name="LoadedRss">RSS after the load, or null when none was measured.</param>
/// <param name="Meters">How many meters.</param>
public sealed record MemoryReport(
    long EmptyHeap, long IdleHeap, long OpenHeap, long EmptyRss, long StartRss, long IdleRss, long OpenRss, long? LoadedRss, int Meters)
{
    /// <summary>Bytes a registered, polled, silent meter costs.</summary>
    public double PerIdleMeter => (double)(IdleHeap - EmptyHeap) / Meters;

    /// <summary>Bytes an open session costs on top.</summary>
    public double PerOpenSession => (double)(OpenHeap - IdleHeap) / Meters;
}
