using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>A student who already charges tries another free meter, which must be refused. Queued in the lane of the open session.</summary>
public sealed class SecondMeterJob(StationContext station, Meter other, ChargingSession session, Action done) : StationJob
{
    /// <inheritdoc/>
    public override ServiceRequest? Prepare(out ReplyExpectation expectation)
    {
        expectation = station.Strict
            ? ReplyExpectation.Refused(Refusals.AlreadyCharging)
            : ReplyExpectation.Refused(Refusals.AlreadyCharging, Refusals.AmmeterLocked, Refusals.AmmeterBusy, Refusals.Blocked);
        if (!session.Released && !session.Ending) return ServiceRequests.Start(session.Student.Card, station.Group, other.Number);
        done();
        return null;
    }

    /// <inheritdoc/>
    public override void Complete(Exchange exchange)
    {
        station.CountRefusal(exchange);
        done();
    }
}
