using Sems.GrainInterfaces;
using Sems.Storage.Outbox;

namespace Sems.Grains.Pushes;

/// <summary>Gets new pushes sent at once.</summary>
public static class PushWaker
{
    /// <summary>The grain that sends a student's pushes.</summary>
    public static IPushGrain PushesOf(this IGrainFactory grains, string studentNumber) =>
        grains.GetGrain<IPushGrain>(PushShards.Key(PushShard.Of(studentNumber)));

    /// <summary>
    /// Tells the grain that sends a student's pushes that one was added to the outbox. It answers before it sends. Where it cannot be
    /// reached nothing is lost: the sweeper finds the push within a minute.
    /// </summary>
    public static async Task WakeAsync(IGrainFactory grains, string studentNumber)
    {
        try
        {
            await grains.PushesOf(studentNumber).Wake();
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            // the push is durable: it waits for the sweeper
        }
    }
}
