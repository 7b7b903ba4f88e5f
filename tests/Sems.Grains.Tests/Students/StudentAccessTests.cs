using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;

namespace Sems.Grains.Tests.Students;

/// <summary>Registering, passwords and WeChat, of students themselves.</summary>
public class StudentAccessTests : SiloFixture
{
    private IStudentGrain Of(string number) => Grains.GetGrain<IStudentGrain>(number);

    [Fact]
    public async Task Who_knows_the_card_registers_once()
    {
        Assert.Equal(EnrolRefusal.None, (await Of("s1").Enrol("c1", "ann", "hash")).Refusal);
        Assert.Equal(EnrolRefusal.AlreadyRegistered, (await Of("s1").Enrol("c1", "ben", "other")).Refusal);
        await RestartAsync();
        var student = (await Database.Registry.FindStudentAsync("s1"))!;
        Assert.Equal(("ann", "hash", "c1"), (student.UserName, student.PasswordHash, student.CardNumber));
        Assert.Equal(0, (await Database.Audit.ReadPageAsync(new(), 1, 10)).Total);
    }

    [Theory]
    [InlineData("s1", "c2")] // another's card
    [InlineData("s1", "C1")]
    [InlineData("s1", "")]
    [InlineData("nobody", "c1")]
    [InlineData("nobody", "")]
    public async Task A_mismatch_is_the_same_whichever_is_wrong_and_five_lock_for_a_while(string number, string card)
    {
        for (var i = 0; i < 4; i++) Assert.Equal(new EnrolAnswer(EnrolRefusal.Mismatch), await Of(number).Enrol(card, "ann", "hash"));
        var until = Clock.GetUtcNow().AddMinutes(1);
        Assert.Equal(new EnrolAnswer(EnrolRefusal.Locked, until), await Of(number).Enrol(card, "ann", "hash"));
        Assert.Equal(new EnrolAnswer(EnrolRefusal.Locked, until), await Of(number).Enrol("c1", "ann", "hash")); // not even looked at
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(number == "s1" ? EnrolRefusal.None : EnrolRefusal.Locked, (await Of(number).Enrol("c1", "ann", "hash")).Refusal);
    }

    [Theory]
    [InlineData("user2")]
    [InlineData("s2")] // another's student number
    public async Task A_name_of_somebody_elses_is_refused_but_only_to_who_knows_the_card(string name)
    {
        Assert.Equal(EnrolRefusal.UserNameTaken, (await Of("s1").Enrol("c1", name, "hash")).Refusal);
        Assert.Equal(EnrolRefusal.Mismatch, (await Of("s1").Enrol("cx", name, "hash")).Refusal);
        Assert.Null((await Database.Registry.FindStudentAsync("s1"))!.PasswordHash);
        Assert.Equal(EnrolRefusal.None, (await Of("s1").Enrol("c1", "s1", "hash")).Refusal);
    }

    [Fact]
    public async Task Wrong_passwords_lock_over_a_restart_and_a_right_one_is_refused_meanwhile()
    {
        await Of("s1").Enrol("c1", "ann", "hash");
        for (var i = 0; i < 4; i++) Assert.Null(await Of("s1").SignInFailed("::1"));
        Assert.Equal(Clock.GetUtcNow().AddMinutes(1), await Of("s1").SignInFailed("::1"));
        await RestartAsync();
        Assert.Equal(AccountRefusal.Locked, await Of("s1").SignedIn(new SignIn("s1", "hash", null, "::1", true)));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(AccountRefusal.Stale, await Of("s1").SignedIn(new SignIn("s1", "other", null, "::1", true)));
        Assert.Equal(AccountRefusal.None, await Of("s1").SignedIn(new SignIn("s1", "hash", "better", "::1", true)));
        var student = (await Database.Registry.FindStudentAsync("s1"))!;
        Assert.Equal(("better", 0, null), (student.PasswordHash, student.Failures, student.LockedUntil));
        Assert.Equal(AccountRefusal.Unknown, await Of("nobody").SignedIn(new SignIn("nobody", "hash", null, "::1", true)));
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_the_one_before()
    {
        Assert.Equal(AccountRefusal.Stale, await Of("s1").ChangePassword("new", "old")); // none yet
        await Of("s1").Enrol("c1", "ann", "old");
        Assert.Equal(AccountRefusal.Stale, await Of("s1").ChangePassword("new", "wrong"));
        Assert.Equal(AccountRefusal.None, await Of("s1").ChangePassword("new", "old"));
        Assert.Equal(AccountRefusal.Unknown, await Of("nobody").ChangePassword("new", "old"));
        Assert.Equal("new", (await Database.Registry.FindStudentAsync("s1"))!.PasswordHash);
    }

    [Fact]
    public async Task An_openid_is_one_students()
    {
        Assert.Equal(RegistryRefusal.None, (await Of("s1").BindWechat("o-1")).Refusal);
        var bound = Clock.GetUtcNow();
        await Of("s1").Follows(true);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(RegistryRefusal.None, (await Of("s1").BindWechat("o-1")).Refusal); // the same again
        Assert.Equal(bound, (await Database.Registry.FindStudentAsync("s1"))!.WechatBoundAt);
        Assert.True(await Of("s1").DoesFollow());
        Assert.Equal(RegistryRefusal.WechatTaken, (await Of("s2").BindWechat("o-1")).Refusal);
        Assert.Equal("s1", await Database.Registry.FindWechatOwnerAsync("o-1"));
        Assert.Equal(RegistryRefusal.None, (await Of("s1").BindWechat("o-2")).Refusal);
        Assert.Null(await Of("s1").DoesFollow()); // that was the other openid
        Assert.Equal(RegistryRefusal.None, (await Of("s2").BindWechat("o-1")).Refusal);
        Assert.Equal(RegistryRefusal.None, (await Of("s2").BindWechat(null)).Refusal);
        Assert.Null(await Database.Registry.FindWechatOwnerAsync("o-1"));
        Assert.Equal(RegistryRefusal.StudentUnknown, (await Of("nobody").BindWechat("o-3")).Refusal);
        await Of("s3").Create("c3", [], "admin");
        Assert.Equal(RegistryRefusal.NotRegistered, (await Of("s3").BindWechat("o-3")).Refusal);
    }

    [Fact]
    public async Task The_own_phone_is_nobody_elses_and_not_in_the_audit_log()
    {
        Assert.Equal(RegistryRefusal.None, (await Of("s1").EditOwn([new FieldEdit("phone", "138", null), new FieldEdit("rated_ah", null, 20)])).Refusal);
        var student = (await Database.Registry.FindStudentAsync("s1"))!;
        Assert.Equal(("138", 20), (student.Phone, student.Vehicle.RatedAh));
        Assert.Equal(0, (await Database.Audit.ReadPageAsync(new(), 1, 10)).Total);
    }
}
