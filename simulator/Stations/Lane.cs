namespace Sems.Simulator.Stations;

/// <summary>Requests that must reach the server in order, e.g. those of one meter: one is on its way at a time.</summary>
public sealed class Lane
{
    /// <summary>Waiting, in order.</summary>
    internal Queue<StationJob> Waiting { get; } = new();

    /// <summary>Whether it stands in the queue for a turn or has a request on its way.</summary>
    internal bool Active { get; set; }

    /// <summary>Whether nothing waits or is on its way.</summary>
    public bool IsEmpty => !Active && Waiting.Count == 0;
}
