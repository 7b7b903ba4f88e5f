using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Samples of the open sessions, every 10 s, and the display's question for the money.</summary>
public sealed class SampleFlow(StationContext station, MeterReader reader)
{
    private const long PeriodMs = 10_000;
    private const long DisplayMs = 60_000;

    /// <summary>A session began at a meter.</summary>
    public void Begin(Meter meter, ChargingSession session)
    {
        meter.Register.BeginSession();
        station.Engine.At(session.SwipedMs + PeriodMs, () => TakeSample(meter, session, session.SwipedMs + PeriodMs));
        station.Engine.At(session.SwipedMs + (DisplayMs / 2), () => AskMoney(meter, session, session.SwipedMs + (DisplayMs / 2)));
    }

    /// <summary>A session ends: what was held back goes out first.</summary>
    public void Finish(Meter meter, ChargingSession session)
    {
        foreach (var sample in meter.Faults.Flush()) Send(meter, session, sample);
    }

    private void TakeSample(Meter meter, ChargingSession session, long dueMs)
    {
        if (session.Ending || meter.Session != session) return;
        foreach (var sample in meter.Faults.Pass(reader.Read(meter, session, dueMs))) Send(meter, session, sample);
        var next = dueMs + PeriodMs + Jitter();
        station.Engine.At(next, () => TakeSample(meter, session, next));
    }

    private void AskMoney(Meter meter, ChargingSession session, long dueMs)
    {
        if (session.Ending || meter.Session != session) return;
        station.Engine.Enqueue(meter.Lane, new MoneyJob(station, meter, session));
        var next = dueMs + DisplayMs;
        station.Engine.At(next, () => AskMoney(meter, session, next));
    }

    private void Send(Meter meter, ChargingSession session, Sample sample) =>
        station.Engine.Enqueue(meter.Lane, new SampleJob(station, meter, session, sample));

    /// <summary>Most samples are 10 s apart; a few a second more or less, as in the field.</summary>
    private long Jitter() => station.Random.Next(24) switch { 0 => -1000, 1 => 1000, _ => 0 };
}
