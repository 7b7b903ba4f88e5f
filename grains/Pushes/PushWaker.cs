using Sems.GrainInterfaces;

namespace Sems.Grains.Pushes;

/// <summary>Gets new pushes sent at once.</summary>
public static class PushWaker
{
    /// <summary>
    /// Tells the grain that sends a charge's pushes that one was added to the outbox. It answers before it sends. Where it cannot be
    /// reached nothing is lost: the sweeper finds the push within a minute.
    /// </summary>
    public static async Task WakeAsync(IGrainFactory grains, long chargeId)
    {
        try
        {
            await grains.PushesOf(chargeId).Wake();
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            // the push is durable: it waits for the sweeper
        }
    }
}
