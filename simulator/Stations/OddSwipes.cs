using System.Globalization;
using Sems.Simulator.Students;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Now and then somebody swipes a card that must not be let in: unknown, without an account, or blocked.</summary>
public sealed class OddSwipes(StationContext station)
{
    private const double MinuteMs = 60_000;
    private const double StartsAnyway = 0.3;
    private readonly Lane _lane = new();

    private IReadOnlyList<Student> Unwelcome { get; } = [.. station.Students.Where(s => !s.MayCharge)];

    /// <summary>Plans the first one.</summary>
    public void Begin(long nowMs) => Plan(nowMs);

    private void Plan(long nowMs) => station.Engine.At(nowMs + (long)(station.Random.Between(4, 40) * MinuteMs), Swipe);

    private void Swipe()
    {
        if (station.Closing) return;
        if (Unwelcome.Count > 0 && station.Random.Chance(0.6)) SwipeUnwelcome(station.Random.Pick(Unwelcome));
        else SwipeUnknown();
        Plan(station.Engine.NowMs);
    }

    private void SwipeUnwelcome(Student student)
    {
        Ask(ServiceRequests.CheckStudent(student.Card), student.CheckExpectation(station.Strict));
        if (station.Strict && station.Random.Chance(StartsAnyway))
            Start(student.Card, student.Registered ? Refusals.Blocked : Refusals.NotRegistered);
    }

    private void SwipeUnknown()
    {
        var card = "ff" + station.Random.Next(1 << 24).ToString("x6", CultureInfo.InvariantCulture) + "x";
        Ask(ServiceRequests.CheckStudent(card), ReplyExpectation.Student(null, null, false, Refusals.UnknownCard));
        if (station.Random.Chance(StartsAnyway)) Start(card, Refusals.UnknownCard);
    }

    private void Start(string card, string refusal) =>
        Ask(ServiceRequests.Start(card, station.Group, station.Random.Pick(station.Meters).Number), ReplyExpectation.Refused(refusal));

    private void Ask(ServiceRequest request, ReplyExpectation expectation) =>
        station.Engine.Enqueue(_lane, new SimpleJob(request, expectation, station.CountRefusal));
}
