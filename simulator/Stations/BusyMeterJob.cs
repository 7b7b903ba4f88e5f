using Sems.Simulator.Students;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Another student swipes at a meter where somebody charges, which must be refused. Queued in that meter's lane.</summary>
public sealed class BusyMeterJob(StationContext station, Meter meter, Student student, Action done) : StationJob
{
    /// <inheritdoc/>
    public override ServiceRequest? Prepare(out ReplyExpectation expectation)
    {
        expectation = station.Strict
            ? ReplyExpectation.Refused(Refusals.AmmeterBusy)
            : ReplyExpectation.Refused(Refusals.AmmeterBusy, Refusals.AlreadyCharging, Refusals.Blocked, Refusals.Arrears);
        if (meter.Session is { Released: false, Ending: false }) return ServiceRequests.Start(student.Card, station.Group, meter.Number);
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
