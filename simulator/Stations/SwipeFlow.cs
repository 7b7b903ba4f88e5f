using Sems.Simulator.Students;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Students at the meters: arrival, check, start, leaving, and what they should not have tried.</summary>
public sealed class SwipeFlow(StationContext station, SampleFlow samples)
{
    private const long MinuteMs = 60_000;
    private const double TriesBusyMeter = 0.35;

    /// <summary>Plans everybody's first visit.</summary>
    public void Begin(long nowMs)
    {
        foreach (var student in station.Students)
            if (student.MayCharge)
                ArriveAt(student, student.Planner.FirstArrivalMs(nowMs));
    }

    /// <summary>Everybody comes for their bike: ends all open sessions, lets nobody in.</summary>
    public void Close()
    {
        station.Closing = true;
        foreach (var meter in station.Meters)
            if (meter.Session is { } session)
                End(meter, session);
    }

    /// <summary>The server released a meter: the bike is freed, and a session that is still open here is ended.</summary>
    public void Released(Meter meter)
    {
        if (meter.Session is { } session) End(meter, session);
    }

    private void ArriveAt(Student student, long simMs) => station.Engine.At(simMs, () => Arrive(student));

    private void Arrive(Student student)
    {
        if (station.Closing) return;
        if (student.Engaged)
        {
            // The last end is still on its way.
            ArriveAt(student, station.Engine.NowMs + MinuteMs);
            return;
        }

        if (!student.MayCharge && station.Strict) return;
        if (FindMeter(student) is not { } meter)
        {
            TurnAway(student);
            return;
        }

        student.Engaged = true;
        meter.Reserved = true;
        var swipedMs = station.Engine.NowMs;
        var visit = student.Planner.Plan();
        var check = new SimpleJob(ServiceRequests.CheckStudent(student.Card), student.CheckExpectation(station.Strict), exchange =>
        {
            station.CountRefusal(exchange);
            if (exchange.Reply is not null) student.Learn(exchange);
            if (exchange.IsDone && !station.Closing) Start(meter, student, visit, swipedMs);
            else GoAway(meter, student, station.Engine.NowMs + (60 * MinuteMs));
        });
        station.Engine.Enqueue(meter.Lane, check);
    }

    private Meter? FindMeter(Student student)
    {
        List<Meter> free = [.. station.Meters.Where(m => m.IsFree)];
        while (free.Count > 0)
        {
            var meter = student.Random.Pick(free);
            if (meter.Control is not ControlValue.Locked) return meter;
            station.Stats.CountRefusedAtMeter();
            free.Remove(meter);
        }

        return null;
    }

    private void TurnAway(Student student)
    {
        station.Stats.CountTurnedAway();
        ArriveAt(student, station.Engine.NowMs + (long)(student.Random.Between(10, 40) * MinuteMs));
        if (!student.Random.Chance(TriesBusyMeter)) return;
        List<Meter> busy = [.. station.Meters.Where(m => m.Session is { Ending: false })];
        if (busy.Count == 0) return;
        student.Engaged = true;
        var meter = student.Random.Pick(busy);
        station.Engine.Enqueue(meter.Lane, new BusyMeterJob(station, meter, student, () => student.Engaged = false));
    }

    private void Start(Meter meter, Student student, Visit visit, long swipedMs)
    {
        meter.Transitions++;
        station.Engine.Enqueue(meter.Lane, new StartJob(station, meter, student, exchange => Started(meter, student, visit, swipedMs, exchange)));
    }

    private void Started(Meter meter, Student student, Visit visit, long swipedMs, Exchange exchange)
    {
        if (!exchange.IsDone)
        {
            if (exchange.IsRefusal(Refusals.AmmeterLocked)) ExpectLock(meter, exchange);
            var hours = exchange.IsRefusal(Refusals.Arrears) ? 24 : 1;
            GoAway(meter, student, station.Engine.NowMs + (hours * 60 * MinuteMs));
            return;
        }

        // Until the next poll the station goes by the accepted start.
        meter.Reserved = false;
        meter.Control = ControlValue.On;
        var session = new ChargingSession(student, visit, swipedMs);
        meter.Session = session;
        student.HasCharged = true;
        if (station.Closing)
        {
            End(meter, session);
            return;
        }

        samples.Begin(meter, session);
        LeaveAt(meter, session, swipedMs + (long)visit.Stay.TotalMilliseconds);
        if (visit.TriesSecond is { } after && after < visit.Stay)
            station.Engine.At(swipedMs + (long)after.TotalMilliseconds, () => TrySecond(meter, session));
    }

    private void LeaveAt(Meter meter, ChargingSession session, long simMs) => station.Engine.At(simMs, () =>
    {
        if (session.Ending) return;
        if (meter.Control is ControlValue.Locked)
        {
            station.Stats.CountRefusedAtMeter();
            LeaveAt(meter, session, station.Engine.NowMs + (10 * MinuteMs));
        }
        else
        {
            End(meter, session);
        }
    });

    private void End(Meter meter, ChargingSession session)
    {
        if (session.Ending) return;
        samples.Finish(meter, session);
        session.Ending = true;
        meter.Transitions++;
        var leftMs = station.Engine.NowMs;
        station.Engine.Enqueue(meter.Lane, new EndJob(station, meter, session, exchange =>
        {
            if (!exchange.IsDone)
            {
                session.Ending = false;
                if (!station.Closing) LeaveAt(meter, session, station.Engine.NowMs + MinuteMs);
                return;
            }

            meter.Session = null;
            meter.Control = ControlValue.Released;
            GoAway(meter, session.Student, session.Student.Planner.NextArrivalMs(leftMs));
        }));
    }

    private void GoAway(Meter meter, Student student, long backMs)
    {
        meter.Reserved = false;
        student.Engaged = false;
        ArriveAt(student, backMs);
    }

    private void TrySecond(Meter meter, ChargingSession session)
    {
        if (session.Ending || station.Closing) return;
        var other = station.Meters.FirstOrDefault(m => m.IsFree && m.Control is ControlValue.Released);
        if (other is null) return;
        other.Reserved = true;
        station.Engine.Enqueue(meter.Lane, new SecondMeterJob(station, other, session, () => other.Reserved = false));
    }

    /// <summary>The lock may have come after the last poll; the next poll must show it.</summary>
    private void ExpectLock(Meter meter, Exchange refused) => station.Engine.Enqueue(new Lane(), new SimpleJob(
        ServiceRequests.AmmeterControl(station.Group), ReplyExpectation.Control(station.Roster, station.Strict), poll =>
        {
            if (poll.Reply?.Controls is { } controls && controls.GetValueOrDefault(meter.Number) is not ControlValue.Locked)
                station.Stats.Errors.Add(refused.Request, refused.ReplyText, "refused as locked, but the next poll does not say \"3\"");
        }));
}
