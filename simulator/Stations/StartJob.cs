using Sems.Simulator.Students;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Begins a session for a student at a free meter.</summary>
public sealed class StartJob(StationContext station, Meter meter, Student student, Action<Exchange> answered) : StationJob
{
    /// <inheritdoc/>
    public override ServiceRequest? Prepare(out ReplyExpectation expectation)
    {
        List<string> refusals = [Refusals.AmmeterLocked];
        if (student.HasCharged) refusals.Add(Refusals.Arrears);
        if (!station.Strict || student.ByHand) refusals.AddRange([Refusals.AlreadyCharging, Refusals.AmmeterBusy, Refusals.Blocked, Refusals.NotRegistered, Refusals.UnknownCard, Refusals.Arrears]);
        expectation = ReplyExpectation.DoneOr([.. refusals]);
        return ServiceRequests.Start(student.Card, station.Group, meter.Number);
    }

    /// <inheritdoc/>
    public override void Complete(Exchange exchange)
    {
        meter.Transitions--;
        meter.ChangedStamp = station.Engine.Stamp;
        if (exchange.IsDone) station.Stats.CountStarted();
        station.CountRefusal(exchange);
        answered(exchange);
    }
}
