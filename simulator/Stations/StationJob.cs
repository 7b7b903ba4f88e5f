using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>
/// A request a station means to make. It is decided when its turn comes, not when it is queued, because what came before it in its lane
/// may have changed the situation.
/// </summary>
public abstract class StationJob
{
    /// <summary>Its turn has come.</summary>
    /// <param name="expectation">What the reply must be.</param>
    /// <returns>The request, or null when there is nothing to ask any more.</returns>
    public abstract ServiceRequest? Prepare(out ReplyExpectation expectation);

    /// <summary>It was answered (<see cref="Exchange.Reply"/> is null when it was given up).</summary>
    public abstract void Complete(Exchange exchange);
}
