using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;

namespace Sems.Grains.Tests.Students;

public class StudentGrainTests : SiloFixture
{
    protected override Dictionary<string, string?> Settings => new() { ["Charging:ArrearsLimitFen"] = "60", ["Charging:SessionsPerStudent"] = "2" };

    private IStudentGrain Student1 => Grains.GetGrain<IStudentGrain>("s1");

    private ICardGrain Card(string number) => Grains.GetGrain<ICardGrain>(number);

    [Fact]
    public async Task A_card_tells_whose_it_is()
    {
        Assert.Equal(new StudentCheck(Refusal.None, "s1", "user1"), await Card("c1").Check());
        Assert.Null(await Card("nobody").Check());
        Assert.Null(await Card("nobody").Resolve());
    }

    [Fact]
    public async Task A_blocked_student_may_not_start_until_unblocked()
    {
        await Student1.Block(true);
        Assert.Equal(Refusal.Blocked, (await Card("c1").Check())!.Refusal);
        Assert.Equal(Refusal.Blocked, await Meter("A").Start("c1"));
        await RestartAsync();
        Assert.Equal(Refusal.Blocked, await Meter("A").Start("c1"));
        await Student1.Block(false);
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
    }

    [Fact]
    public async Task Everything_in_the_way_of_a_start_is_told_in_the_order_it_is_refused_for()
    {
        Assert.Equal((60, 2), ((await Student1.Standing()).ArrearsLimitFen, (await Student1.Standing()).SessionsAllowed));
        Assert.Empty((await Student1.Standing()).Obstacles);
        await Meter("A").Start("c1");
        Assert.Empty((await Student1.Standing()).Obstacles);
        await Meter("B").Start("c1");
        Assert.Equal([Refusal.AlreadyCharging], (IEnumerable<Refusal>)(await Student1.Standing()).Obstacles);
        await Student1.SetBlocked(true, null, "admin");
        Assert.Equal([Refusal.Blocked, Refusal.AlreadyCharging], (IEnumerable<Refusal>)(await Student1.Standing()).Obstacles);
        Assert.Equal([Refusal.NotRegistered], (IEnumerable<Refusal>)(await Grains.GetGrain<IStudentGrain>("nobody").Standing()).Obstacles);
    }

    [Fact]
    public async Task A_student_of_the_roster_registers_under_a_name_nobody_has()
    {
        await Database.Registry.SaveStudentAsync(Student("3") with { UserName = null });
        Assert.Equal(Refusal.NotRegistered, await Meter("A").Start("c3"));
        var student = Grains.GetGrain<IStudentGrain>("s3");
        Assert.Equal(Refusal.UserNameTaken, await student.Register("user1", "hash"));
        Assert.Equal(Refusal.None, await student.Register("rose", "hash"));
        Assert.Equal(new StudentCheck(Refusal.None, "s3", "rose"), await Card("c3").Check());
        Assert.Equal(Refusal.StudentUnknown, await Grains.GetGrain<IStudentGrain>("nobody").Register("x", "hash"));
    }

    [Fact]
    public async Task The_number_of_open_sessions_is_a_setting()
    {
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        Assert.Equal(Refusal.None, await Meter("B").Start("c1"));
        Assert.Equal(Refusal.AlreadyCharging, await Meter("C").Start("c1"));
        await RestartAsync();
        Assert.Equal(Refusal.AlreadyCharging, await Meter("C").Start("c1"));
    }

    [Fact]
    public async Task Two_starts_at_once_take_no_more_places_than_there_are()
    {
        var started = await Task.WhenAll(Meter("A").Start("c1"), Meter("B").Start("c1"), Meter("C").Start("c1"));
        Assert.Equal(2, started.Count(r => r == Refusal.None));
        Assert.Single(started, Refusal.AlreadyCharging);
    }

    [Theory]
    [InlineData(72, Refusal.None)] // 60 fen owed
    [InlineData(74, Refusal.Arrears)] // 62 fen
    public async Task Arrears_over_the_limit_refuse_a_start(int minutes, Refusal refusal)
    {
        await Meter("A").Start("c1");
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        await Meter("A").End("c1");
        Assert.Equal(refusal, await Meter("B").Start("c1"));
        Assert.Equal(Refusal.None, await Meter("C").Start("c2"));
    }

    [Fact]
    public async Task A_place_is_taken_and_given_back_once_per_charge()
    {
        var key = new AmmeterKey("0001", "A");
        for (var i = 0; i < 2; i++) Assert.Equal(Refusal.None, await Student1.SessionOpened(1, key));
        Assert.Equal(Refusal.None, await Student1.SessionOpened(2, key));
        for (var i = 0; i < 2; i++) await Student1.SessionClosed(1);
        Assert.Equal(Refusal.None, await Student1.SessionOpened(3, key));
        Assert.Equal(Refusal.AlreadyCharging, await Student1.SessionOpened(4, key));
    }
}
