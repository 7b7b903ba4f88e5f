using Sems.Storage.Registry;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests;

public abstract class RegistryTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : RegistryTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : RegistryTests(new PostgresTestDatabase());

    private static readonly StudentRecord Jack = new("1030412535", "5sdf87e4", "jack", "hash", false, "13800000000",
        new Vehicle("雅迪", "DE2", "lead_acid", 48, 20));

    [Fact]
    public async Task Students_are_kept_with_everything_and_replaced()
    {
        await Storage.Registry.SaveStudentAsync(Jack);
        Assert.Equal(Jack, await Storage.Registry.FindStudentAsync(Jack.StudentNumber));
        Assert.Equal(Jack.StudentNumber, await Storage.Registry.FindUserNameOwnerAsync("jack"));
        var bare = new StudentRecord(Jack.StudentNumber, null, null, null, true, null, Vehicle.Unknown);
        await Storage.Registry.SaveStudentAsync(bare);
        Assert.Equal(bare, await Storage.Registry.FindStudentAsync(Jack.StudentNumber));
        Assert.Null(await Storage.Registry.FindCardOwnerAsync("5sdf87e4"));
        Assert.Null(await Storage.Registry.FindStudentAsync("nobody"));
        Assert.Null(await Storage.Registry.FindUserNameOwnerAsync("jack"));
    }

    [Fact]
    public async Task Taken_user_name_is_refused_and_nothing_changes()
    {
        await Storage.Registry.SaveStudentAsync(Jack);
        var other = Jack with { StudentNumber = "2", CardNumber = "c2" };
        var refused = await Assert.ThrowsAsync<UserNameTakenException>(() => Storage.Registry.SaveStudentAsync(other));
        Assert.Equal("jack", refused.UserName);
        Assert.Null(await Storage.Registry.FindStudentAsync("2"));
        Assert.Null(await Storage.Registry.FindCardOwnerAsync("c2"));
        await Storage.Registry.SaveStudentAsync(Jack with { Phone = "1" });
    }

    [Fact]
    public async Task Card_belongs_to_one_student_and_a_student_has_one_card()
    {
        await Storage.Registry.SaveStudentAsync(Jack);
        await Storage.Registry.AssignCardAsync("new", Jack.StudentNumber);
        Assert.Equal("new", (await Storage.Registry.FindStudentAsync(Jack.StudentNumber))!.CardNumber);
        Assert.Null(await Storage.Registry.FindCardOwnerAsync("5sdf87e4"));
        await Storage.Registry.AssignCardAsync("new", "not-yet-on-the-roster");
        Assert.Equal("not-yet-on-the-roster", await Storage.Registry.FindCardOwnerAsync("new"));
        Assert.Null((await Storage.Registry.FindStudentAsync(Jack.StudentNumber))!.CardNumber);
        await Storage.Registry.SaveStudentAsync(Jack with { CardNumber = "new" });
        Assert.Equal(Jack.StudentNumber, await Storage.Registry.FindCardOwnerAsync("new"));
    }

    [Fact]
    public async Task Stations_and_meters()
    {
        var group = new AmmeterGroupRecord("0002", "南门", 30.5, 114.3, "keyhash");
        await Storage.Registry.SaveGroupAsync(group);
        await Storage.Registry.SaveGroupAsync(new AmmeterGroupRecord("0001", "北门", null, null, null));
        await Storage.Registry.SaveAmmeterAsync(new AmmeterRecord("0002", "b", "2"));
        await Storage.Registry.SaveAmmeterAsync(new AmmeterRecord("0002", "a", "1"));
        await Storage.Registry.SaveAmmeterAsync(new AmmeterRecord("0002", "a", "one"));
        Assert.Equal(group, await Storage.Registry.FindGroupAsync("0002"));
        Assert.Equal(["0001", "0002"], (await Storage.Registry.GroupsAsync()).Select(g => g.Group));
        Assert.Equal([new("0002", "a", "one"), new AmmeterRecord("0002", "b", "2")], await Storage.Registry.AmmetersAsync("0002"));
        Assert.Equal(new RegistryCounts(0, 0, 2, 2), await Storage.Registry.CountsAsync());
        await Storage.Registry.RemoveAmmeterAsync("0002", "a");
        await Storage.Registry.RemoveAmmeterAsync("0002", "a");
        Assert.Null(await Storage.Registry.FindAmmeterAsync("0002", "a"));
        Assert.NotNull(await Storage.Registry.FindAmmeterAsync("0002", "b"));
        await ReopenAsync();
        Assert.Equal(new RegistryCounts(0, 0, 2, 1), await Storage.Registry.CountsAsync());
    }

    [Fact]
    public async Task Import_changes_only_what_is_there()
    {
        await Storage.Registry.SaveStudentAsync(Jack);
        await Storage.Registry.SaveGroupAsync(new AmmeterGroupRecord("0001", "北门", 1, 2, "k"));
        var students = new List<StudentChange> { new(Jack.StudentNumber, null, null, null, true, null, null, null, null, null, 24) };
        students.AddRange(Enumerable.Range(0, 1_200).Select(i => new StudentChange($"n{i}", $"card{i}", null, null, null, null, null, null, null, null, null)));
        var reported = new List<int>();
        await Storage.Registry.ImportAsync(students, [new("0001", null, 9, null, null), new("0003", null, null, null, null)],
            [new("0001", "a", "甲")], new Reports(reported));
        Assert.Equal(Jack with { Blocked = true, Vehicle = Jack.Vehicle with { RatedAh = 24 } }, await Storage.Registry.FindStudentAsync(Jack.StudentNumber));
        Assert.Equal(new AmmeterGroupRecord("0001", "北门", 9, 2, "k"), await Storage.Registry.FindGroupAsync("0001"));
        Assert.Equal(new AmmeterGroupRecord("0003", "0003", null, null, null), await Storage.Registry.FindGroupAsync("0003"));
        Assert.Equal(new StudentRecord("n1199", "card1199", null, null, false, null, Vehicle.Unknown), await Storage.Registry.FindStudentAsync("n1199"));
        Assert.Equal(1_204, reported[^1]);
        Assert.Equal(reported.Order(), reported);
    }

    private sealed class Reports(List<int> into) : IProgress<int>
    {
        public void Report(int value) => into.Add(value);
    }
}
