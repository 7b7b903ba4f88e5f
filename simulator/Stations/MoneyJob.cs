using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>The display asks what the session costs so far; within a session that never goes down.</summary>
public sealed class MoneyJob(StationContext station, Meter meter, ChargingSession session) : StationJob
{
    /// <inheritdoc/>
    public override ServiceRequest? Prepare(out ReplyExpectation expectation)
    {
        expectation = ReplyExpectation.MoneyFrom(session.Money);
        return session.Released ? null : ServiceRequests.Money(station.Group, meter.Number);
    }

    /// <inheritdoc/>
    public override void Complete(Exchange exchange)
    {
        if (exchange.Reply?.Money is { } money) session.Money = money;
    }
}
