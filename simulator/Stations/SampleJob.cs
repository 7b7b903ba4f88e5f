using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Sends one sample of a session.</summary>
public sealed class SampleJob(StationContext station, Meter meter, ChargingSession session, Sample sample) : StationJob
{
    private static readonly ReplyExpectation Accepted = ReplyExpectation.DoneOr(Refusals.NoSession);

    /// <inheritdoc/>
    public override ServiceRequest? Prepare(out ReplyExpectation expectation)
    {
        expectation = Accepted;
        return session.Released || session.Unexplained is not null ? null : ServiceRequests.Charge(station.Group, meter.Number, sample);
    }

    /// <inheritdoc/>
    public override void Complete(Exchange exchange)
    {
        if (exchange.IsDone)
        {
            station.Stats.CountSample();
        }
        else if (exchange.IsRefusal(Refusals.NoSession))
        {
            // An operator may have released the meter since the last poll; the next one must say so.
            (session.Unexplained, session.UnexplainedStamp) = (exchange, station.Engine.Stamp);
        }
    }
}
