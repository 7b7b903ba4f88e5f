using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Polls the control map and obeys it.</summary>
public sealed class PollJob(StationContext station, Action<Meter> released, Action answered) : StationJob
{
    private long _sentStamp;

    /// <inheritdoc/>
    public override ServiceRequest? Prepare(out ReplyExpectation expectation)
    {
        _sentStamp = station.Engine.Stamp;
        expectation = ReplyExpectation.Control(station.Roster, station.Strict);
        return ServiceRequests.AmmeterControl(station.Group);
    }

    /// <inheritdoc/>
    public override void Complete(Exchange exchange)
    {
        if (exchange is not { AsExpected: true, Reply.Controls: { } controls }) return;
        answered();
        foreach (var meter in station.Meters)
        {
            if (!controls.TryGetValue(meter.Number, out var value)) continue;

            // A start or end that crossed this poll on the wire makes its value for the meter old news.
            if (meter.Transitions > 0 || meter.ChangedStamp > _sentStamp) continue;
            meter.Control = value;
            if (meter.Session is { } session) Obey(meter, session, value, exchange);
            else if (station.Strict && !meter.Reserved && (value is ControlValue.On or ControlValue.Off)) Complain(meter, exchange, "nobody charges there");
        }
    }

    private void Obey(Meter meter, ChargingSession session, ControlValue value, Exchange exchange)
    {
        if (session.Unexplained is { } refused && session.UnexplainedStamp < _sentStamp)
        {
            session.Unexplained = null;
            if (value is ControlValue.On or ControlValue.Off)
                station.Stats.Errors.Add(refused.Request, refused.ReplyText, $"refused, but the next poll says \"{(int)value}\"");
        }

        if (value is not ControlValue.Released || session.Released) return;
        if (station.Strict && !session.Student.ByHand) Complain(meter, exchange, "its session is open and nobody released it");
        session.Released = true;
        released(meter);
    }

    private void Complain(Meter meter, Exchange exchange, string why) =>
        station.Stats.Errors.Add(exchange.Request, exchange.ReplyText, $"meter {meter.Number}: {why}");
}
