using Sems.Simulator.Students;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Students at the meters: arrival, check, start, leaving, and what they should not have tried.</summary>
public sealed class SwipeFlow(StationContext station, SampleFlow samples)
{
    private const long MinuteMs = 60_000;
    private const double TriesBusyMeter = 0.35;
    private const string NoneFree = "没有空闲的插座";
    private const string Closing = "演示正在结束";

    /// <summary>Plans everybody's first visit.</summary>
    public void Begin(long nowMs)
    {
        foreach (var student in station.Students)
            if (student.MayCharge)
                ArriveAt(student, student.Planner.FirstArrivalMs(nowMs));
    }

    /// <summary>A person swipes a card at a free meter.</summary>
    /// <param name="student">Whose card; <see cref="Student.ByHand"/>.</param>
    /// <param name="visit">What is in the battery.</param>
    /// <param name="told">Is told how it ended: null when the bike charges, else why not.</param>
    public void PlugIn(Student student, Visit visit, Action<string?> told)
    {
        if (station.Closing || FindMeter(student) is not { } meter) told(station.Closing ? Closing : NoneFree);
        else Check(meter, student, visit, told);
    }

    /// <summary>A person swipes again and takes the bike away.</summary>
    /// <param name="student">Whose card.</param>
    /// <param name="told">Is told how it ended: null when the session is over, else why not.</param>
    public void Unplug(Student student, Action<string?> told)
    {
        if (station.Meters.FirstOrDefault(m => m.Session is { Ending: false } s && s.Student == student) is not { Session: { } session } meter) told(Refusals.NoSession);
        else if (meter.Control is ControlValue.Locked) told(Refusals.AmmeterLocked);
        else End(meter, session, told);
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

        Check(meter, student, student.Planner.Plan());
    }

    private void Check(Meter meter, Student student, Visit visit, Action<string?>? told = null)
    {
        student.Engaged = true;
        meter.Reserved = true;
        var swipedMs = station.Engine.NowMs;
        var check = new SimpleJob(ServiceRequests.CheckStudent(student.Card), student.CheckExpectation(station.Strict), exchange =>
        {
            station.CountRefusal(exchange);
            if (exchange.Reply is not null) student.Learn(exchange);
            if (exchange.IsDone && !station.Closing)
            {
                Start(meter, student, visit, swipedMs, told);
                return;
            }

            told?.Invoke(exchange.IsDone ? Closing : Why(exchange));
            GoAway(meter, student, station.Engine.NowMs + (60 * MinuteMs));
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

    private void Start(Meter meter, Student student, Visit visit, long swipedMs, Action<string?>? told)
    {
        meter.Transitions++;
        station.Engine.Enqueue(meter.Lane, new StartJob(station, meter, student, exchange => Started(meter, student, visit, swipedMs, exchange, told)));
    }

    private void Started(Meter meter, Student student, Visit visit, long swipedMs, Exchange exchange, Action<string?>? told)
    {
        if (!exchange.IsDone)
        {
            told?.Invoke(Why(exchange));
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
        told?.Invoke(null);
        if (station.Closing)
        {
            End(meter, session);
            return;
        }

        samples.Begin(meter, session);
        if (student.ByHand) return;
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

    private void End(Meter meter, ChargingSession session, Action<string?>? told = null)
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
                told?.Invoke(Why(exchange));
                session.Ending = false;
                if (!station.Closing && !session.Student.ByHand) LeaveAt(meter, session, station.Engine.NowMs + MinuteMs);
                return;
            }

            meter.Session = null;
            meter.Control = ControlValue.Released;
            told?.Invoke(null);
            GoAway(meter, session.Student, session.Student.Planner.NextArrivalMs(leftMs));
        }));
    }

    private void GoAway(Meter meter, Student student, long backMs)
    {
        meter.Reserved = false;
        student.Engaged = false;
        if (!student.ByHand) ArriveAt(student, backMs);
    }

    private void TrySecond(Meter meter, ChargingSession session)
    {
        if (session.Ending || station.Closing) return;
        var other = station.Meters.FirstOrDefault(m => m.IsFree && m.Control is ControlValue.Released);
        if (other is null) return;
        other.Reserved = true;
        station.Engine.Enqueue(meter.Lane, new SecondMeterJob(station, other, session, () => other.Reserved = false));
    }

    private static string Why(Exchange exchange) => exchange.Reply?.Message is { Length: > 0 } message ? message : "服务器没有回答";

    /// <summary>The lock may have come after the last poll; the next poll must show it.</summary>
    private void ExpectLock(Meter meter, Exchange refused) => station.Engine.Enqueue(new Lane(), new SimpleJob(
        ServiceRequests.AmmeterControl(station.Group), ReplyExpectation.Control(station.Roster, station.Strict), poll =>
        {
            if (poll.Reply?.Controls is { } controls && controls.GetValueOrDefault(meter.Number) is not ControlValue.Locked)
                station.Stats.Errors.Add(refused.Request, refused.ReplyText, "refused as locked, but the next poll does not say \"3\"");
        }));
}
