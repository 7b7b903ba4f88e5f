using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage.Audit;
using Sems.Storage.Registry;

namespace Sems.Grains.Tests.Students;

/// <summary>What administrators change of a student is obeyed at once by what runs, and kept.</summary>
public class StudentRegistryTests : SiloFixture
{
    private IStudentGrain Of(string number) => Grains.GetGrain<IStudentGrain>(number);

    [Fact]
    public async Task A_blocked_students_next_start_is_refused_and_the_running_charge_goes_on()
    {
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        Assert.Equal(RegistryRefusal.None, (await Of("s1").SetBlocked(true, "占位", "ann")).Refusal);
        Assert.Equal(Refusal.None, await Meter("A").Start("c1")); // the same again
        Assert.Equal(Refusal.Blocked, await Meter("B").Start("c1"));
        Assert.Equal(Refusal.None, await Meter("A").End("c1"));
        await RestartAsync();
        Assert.Equal(Refusal.Blocked, await Meter("B").Start("c1"));
        Assert.Equal("占位", (await Database.Registry.FindStudentAsync("s1"))!.BlockedReason);
        await Of("s1").SetBlocked(false, null, "bob");
        Assert.Equal(Refusal.None, await Meter("B").Start("c1"));
        Assert.Equal(
            ["""bob student.unblock {"blocked":1,"blocked_reason":"占位"} {"blocked":0,"blocked_reason":null}""",
             """ann student.block {"blocked":0,"blocked_reason":null} {"blocked":1,"blocked_reason":"占位"}"""], await AuditAsync("student/s1"));
    }

    [Fact]
    public async Task A_replaced_card_stops_working_at_once()
    {
        Assert.NotNull(await Grains.GetGrain<ICardGrain>("c1").Check()); // its grain runs
        Assert.Null(await Grains.GetGrain<ICardGrain>("new").Check());
        for (var i = 0; i < 2; i++) Assert.Equal(RegistryRefusal.None, (await Of("s1").ChangeCard("new", takeOver: false, "ann")).Refusal);
        Assert.Equal(Refusal.CardUnknown, await Meter("A").Start("c1"));
        Assert.Equal(Refusal.None, await Meter("A").Start("new"));
        Assert.Single(await AuditAsync("student/s1"));
        await Of("s1").ChangeCard(null, takeOver: false, "ann");
        Assert.Equal(Refusal.CardUnknown, await Meter("B").Start("new"));
    }

    [Fact]
    public async Task Another_students_card_moves_only_when_told_to()
    {
        await Meter("A").Start("c2");
        await Meter("A").End("c2");
        Assert.Equal(new RegistryAnswer(RegistryRefusal.CardTaken, "s2"), await Of("s1").ChangeCard("c2", takeOver: false, "ann"));
        Assert.Equal(RegistryRefusal.None, (await Of("s1").ChangeCard("c2", takeOver: true, "ann")).Refusal);
        Assert.Equal("s1", await Grains.GetGrain<ICardGrain>("c2").Resolve());
        Assert.Equal(Refusal.CardUnknown, await Meter("A").Start("c1"));
        await Of("s2").Edit([new FieldEdit("phone", "138", null)], "ann"); // must not take the card back
        Assert.Equal("s1", await Database.Registry.FindCardOwnerAsync("c2"));
        Assert.Equal("""ann student.card {"card_number":"c2"} {"card_number":null}""", (await AuditAsync("student/s2"))[^1]);
    }

    [Fact]
    public async Task A_student_is_added_once_and_edited_field_by_field()
    {
        Assert.Equal(Refusal.CardUnknown, await Meter("A").Start("c9"));
        Assert.Equal(RegistryRefusal.CardTaken, (await Of("s9").Create("c1", [], "ann")).Refusal);
        Assert.Equal(RegistryRefusal.None, (await Of("s9").Create("c9", [new FieldEdit("brand", "雅迪", null)], "ann")).Refusal);
        Assert.Equal(RegistryRefusal.StudentExists, (await Of("s9").Create("c9", [], "ann")).Refusal);
        Assert.Equal(Refusal.NotRegistered, await Meter("A").Start("c9"));
        await Of("s9").Edit([new FieldEdit("rated_ah", null, 20), new FieldEdit("phone", "138", null)], "ann");
        await Of("s9").Edit([new FieldEdit("phone", null, null)], "ann");
        Assert.Equal(
            new StudentRecord("s9", "c9", null, null, false, null, new Vehicle("雅迪", null, null, null, 20)), await Database.Registry.FindStudentAsync("s9"));
        Assert.Equal(RegistryRefusal.StudentUnknown, (await Of("nobody").Edit([], "ann")).Refusal);
    }

    [Fact]
    public async Task A_password_is_reset_for_the_registered_and_never_told_to_the_log()
    {
        await Database.Registry.SaveStudentAsync(Student("3") with { UserName = null });
        Assert.Equal(RegistryRefusal.NotRegistered, (await Of("s3").SetPassword("hash", "ann")).Refusal);
        Assert.Equal(RegistryRefusal.None, (await Of("s1").SetPassword("secret hash", "ann")).Refusal);
        Assert.Equal("secret hash", (await Database.Registry.FindStudentAsync("s1"))!.PasswordHash);
        Assert.Equal(["""ann student.reset_password {"password":null} {"password":"••••"}"""], await AuditAsync("student/s1"));
    }

    [Fact]
    public async Task A_student_is_parted_from_WeChat()
    {
        await Database.Registry.SaveStudentAsync(Student("3") with { WechatOpenid = "open" });
        await Of("s3").UnbindWechat("ann");
        Assert.Null((await Database.Registry.FindStudentAsync("s3"))!.WechatOpenid);
        Assert.DoesNotContain("open", Assert.Single(await AuditAsync("student/s3")));
    }

    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.After)]
    public async Task After_a_write_that_failed_what_is_stored_holds(FaultKind kind)
    {
        Assert.Equal(StudentCheckOf(Refusal.None), await Of("s1").Check());
        Database.FailWrite(1, kind);
        await Assert.ThrowsAnyAsync<Exception>(() => Of("s1").SetBlocked(true, null, "ann"));
        Database.Heal();
        Assert.Equal(StudentCheckOf(kind == FaultKind.Before ? Refusal.None : Refusal.Blocked), await Of("s1").Check());
        Assert.Equal(RegistryRefusal.None, (await Of("s1").SetBlocked(true, null, "ann")).Refusal);
        Assert.Equal(Refusal.Blocked, await Meter("A").Start("c1"));
        Assert.Single(await AuditAsync("student/s1"));
    }

    private static StudentCheck StudentCheckOf(Refusal refusal) => new(refusal, "s1", "user1");

    private async Task<string[]> AuditAsync(string subject) =>
        [.. (await Database.Audit.ReadPageAsync(new AuditFilter(Subject: subject), 1, 50)).Items.Select(a => $"{a.Who} {a.What} {Plain(a.BeforeJson)} {Plain(a.AfterJson)}")];

    private static string? Plain(string? json) => json is null ? null : System.Text.RegularExpressions.Regex.Unescape(json);
}
