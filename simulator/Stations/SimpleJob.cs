using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>A request whose situation is known when it is queued.</summary>
public sealed class SimpleJob(ServiceRequest request, ReplyExpectation expectation, Action<Exchange> completed) : StationJob
{
    /// <inheritdoc/>
    public override ServiceRequest? Prepare(out ReplyExpectation expected)
    {
        expected = expectation;
        return request;
    }

    /// <inheritdoc/>
    public override void Complete(Exchange exchange) => completed(exchange);
}
