using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;

namespace Sems.Grains.Tests.Students;

/// <summary>What a student does with the own socket, and where the student is.</summary>
public class StudentSocketTests : SiloFixture
{
    private IStudentGrain Student1 => Grains.GetGrain<IStudentGrain>("s1");

    private IStudentGrain Student2 => Grains.GetGrain<IStudentGrain>("s2");

    [Fact]
    public async Task The_own_socket_goes_off_and_on_and_who_did_it_is_written_down()
    {
        var charge = await StartAsync("A", "c1");
        var off = await Student1.Control(charge, ControlAction.Off);
        Assert.Equal((Refusal.None, SwitchState.Paused, "student/s1"), (off.Refusal, off.Status!.Switch, off.Status.Pending!.By));
        Assert.Equal("A0 B2 C2", await PollAsync());
        Assert.Equal(SwitchState.Charging, (await Student1.Control(charge, ControlAction.On)).Status!.Switch);
        Assert.Equal("A1 B2 C2", await PollAsync());
        var rows = (await Database.Audit.ReadPageAsync(new(Subject: "ammeter/0001/A"), 1, 10)).Items;
        Assert.Equal([("student/s1", "ammeter.on"), ("student/s1", "ammeter.off")], rows.Select(r => (r.Who, r.What)));
    }

    [Fact]
    public async Task Nobody_elses_socket_is_reached_by_any_charge()
    {
        var (mine, others) = (await StartAsync("A", "c1"), await StartAsync("B", "c2"));
        foreach (var charge in new[] { others, 0, -1, long.MaxValue })
            foreach (var action in new[] { ControlAction.On, ControlAction.Off }) Assert.Equal(new ControlAnswer(Refusal.NoSession, null), await Student1.Control(charge, action));
        Assert.Equal("A1 B1 C2", await PollAsync());
        await Meter("A").End("c1");
        Assert.Equal(new ControlAnswer(Refusal.NoSession, null), await Student1.Control(mine, ControlAction.Off));
        Assert.Equal(new ControlAnswer(Refusal.NoSession, null), await Student2.Control(mine, ControlAction.Off));
    }

    [Fact]
    public async Task A_place_that_was_not_given_back_does_not_reach_who_came_next()
    {
        var mine = await StartAsync("A", "c1");
        Database.FailCalls("CloseChargeAsync");
        await Assert.ThrowsAnyAsync<Exception>(() => Meter("A").End("c1"));
        Database.Heal();
        await Meter("A").Wake();
        var others = await StartAsync("A", "c2");
        await Student1.SessionOpened(mine, new AmmeterKey("0001", "A")); // as after a failure: the place is there, the session is not
        Assert.Equal(new ControlAnswer(Refusal.NoSession, null), await Student1.Control(mine, ControlAction.Off));
        Assert.Equal(new ControlAnswer(Refusal.NoSession, null), await Meter("A").ControlCharge(others, "s1", ControlAction.Off, "student/s1"));
        Assert.Equal(new ControlAnswer(Refusal.NoSession, null), await Meter("A").ControlCharge(mine, "s1", ControlAction.Off, "student/s1"));
        Assert.Equal("A1 B2 C2", await PollAsync());
    }

    [Fact]
    public async Task A_command_that_finds_something_untold_tells_the_student_first_and_nobody_waits_for_the_other()
    {
        var charge = await StartAsync("A", "c1");
        Database.FailCalls("CloseChargeAsync");
        await Assert.ThrowsAnyAsync<Exception>(() => Meter("A").End("c1"));
        Database.Heal();
        await Student1.SessionOpened(charge, new AmmeterKey("0001", "A"));
        Assert.Equal(Refusal.NoSession, (await Student1.Control(charge, ControlAction.Off).WaitAsync(TimeSpan.FromSeconds(20))).Refusal);
        await Meter("A").Wake();
        Assert.Empty(await Student1.Places());
    }

    [Fact]
    public async Task Commands_and_ends_at_once_all_come_to_an_end()
    {
        for (var round = 0; round < 10; round++)
        {
            var charge = await StartAsync("A", "c1");
            var all = Enumerable.Range(0, 20).Select(i => (Task)Student1.Control(charge, i % 2 == 0 ? ControlAction.Off : ControlAction.On)).Append(Meter("A").End("c1"));
            await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(30));
        }
        Assert.Empty(await Student1.Places());
    }

    [Fact]
    public async Task Who_is_blocked_may_switch_off_and_a_lock_is_an_operators()
    {
        var charge = await StartAsync("A", "c1");
        await Student1.SetBlocked(true, null, "ann");
        Assert.Equal(Refusal.None, (await Student1.Control(charge, ControlAction.Off)).Refusal);
        Assert.Equal(Refusal.Blocked, (await Student1.Control(charge, ControlAction.On)).Refusal);
        await Student1.SetBlocked(false, null, "ann");
        await Meter("A").Control(ControlAction.Lock, "ann");
        foreach (var action in new[] { ControlAction.On, ControlAction.Off }) Assert.Equal(Refusal.AmmeterLocked, (await Student1.Control(charge, action)).Refusal);
        foreach (var action in new[] { ControlAction.Unlock, ControlAction.Release, ControlAction.Lock })
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Student1.Control(charge, action));
        Assert.Equal("A3 B2 C2", await PollAsync());
    }

    [Fact]
    public async Task What_was_left_is_of_the_session_and_goes_with_it()
    {
        var charge = await StartAsync("A", "c1");
        Assert.Equal(Refusal.None, await Student1.SayLeft(charge, 35.5));
        Assert.Equal(Refusal.NoSession, await Student2.SayLeft(charge, 90));
        foreach (var wrong in new[] { -0.1, 100.1, double.NaN }) await Assert.ThrowsAnyAsync<ArgumentException>(() => Student1.SayLeft(charge, wrong));
        await RestartAsync();
        Assert.Equal(new StudentPlace(charge, new AmmeterKey("0001", "A"), 35.5), Assert.Single(await Student1.Places()));
        Assert.Equal(Refusal.None, await Student1.SayLeft(charge, null));
        Assert.Null(Assert.Single(await Student1.Places()).LeftPercent);
        await Meter("A").End("c1");
        Assert.Equal(Refusal.NoSession, await Student1.SayLeft(charge, 20));
    }

    [Fact]
    public async Task The_last_place_is_kept_and_an_older_one_ignored()
    {
        Assert.Null(await Student1.WhereAmI());
        var at = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await Student1.Position(31.4, 120.2, at.AddMinutes(10));
        await Student1.Position(31.5, 120.3, at); // older
        Assert.Equal(new StudentPosition(31.4, 120.2, at.AddMinutes(10)), await Student1.WhereAmI());
        await Student1.Position(31.40001, 120.2, at.AddMinutes(10.5)); // nothing new
        Assert.Equal(at.AddMinutes(10), (await Student1.WhereAmI())!.At);
        await Student1.Position(31.41, 120.2, at.AddDays(1)); // from a clock that is ahead
        await RestartAsync();
        Assert.Equal(new StudentPosition(31.41, 120.2, Clock.GetUtcNow()), await Student1.WhereAmI());
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Student1.Position(91, 0, at));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Student1.Position(0, double.NaN, at));
        await Grains.GetGrain<IStudentGrain>("nobody").Position(31.4, 120.2, at);
        Assert.Null(await Grains.GetGrain<IStudentGrain>("nobody").WhereAmI());
    }

    private async Task<long> StartAsync(string meter, string card)
    {
        Assert.Equal(Refusal.None, await Meter(meter).Start(card));
        return (await Meter(meter).Status())!.Session!.ChargeId;
    }
}
