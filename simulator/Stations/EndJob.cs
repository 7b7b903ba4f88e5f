using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Ends a session. By the protocol that is answered 1 also where the session was released before.</summary>
public sealed class EndJob(StationContext station, Meter meter, ChargingSession session, Action<Exchange> answered) : StationJob
{
    /// <inheritdoc/>
    public override ServiceRequest? Prepare(out ReplyExpectation expectation)
    {
        expectation = ReplyExpectation.Done;
        return ServiceRequests.End(session.Student.Card, station.Group, meter.Number);
    }

    /// <inheritdoc/>
    public override void Complete(Exchange exchange)
    {
        meter.Transitions--;
        meter.ChangedStamp = station.Engine.Stamp;
        if (exchange.IsDone) station.Stats.CountCompleted();
        answered(exchange);
    }
}
