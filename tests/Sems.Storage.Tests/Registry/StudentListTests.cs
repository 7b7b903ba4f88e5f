using Sems.Storage.Ledger;
using Sems.Storage.Registry;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Registry;

public abstract class StudentListTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : StudentListTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : StudentListTests(new PostgresTestDatabase());

    public static TheoryData<StudentFilter, string> Lists => new()
    {
        { new StudentFilter(), "1001 1002 1003 2001 2002" },
        { new StudentFilter("10"), "1001 1002 1003 2002" }, // 2002 by its user name
        { new StudentFilter("1002"), "1002" },
        { new StudentFilter("card-"), "1001 2001" },
        { new StudentFilter("139"), "1002 1003" },
        { new StudentFilter("张"), "2001" },
        { new StudentFilter("CARD"), "" },
        { new StudentFilter("%"), "" },
        { new StudentFilter(Blocked: true), "1002 2001" },
        { new StudentFilter(Blocked: false), "1001 1003 2002" },
        { new StudentFilter(Registered: true), "2001 2002" },
        { new StudentFilter(Registered: false, Blocked: true), "1002" },
        { new StudentFilter(Arrears: true), "1001 2001" },
        { new StudentFilter(Arrears: false), "1002 1003 2002" },
        { new StudentFilter("1", Arrears: true), "1001" },
        { new StudentFilter("2", Arrears: false), "2002" },
        { new StudentFilter(Order: StudentOrder.MostOwed), "2001 1001 1002 1003 2002" },
        { new StudentFilter(Arrears: true, Order: StudentOrder.MostOwed), "2001 1001" },
        { new StudentFilter("card", Arrears: true, Order: StudentOrder.MostOwed), "2001 1001" },
        { new StudentFilter("1", Blocked: false, Order: StudentOrder.MostOwed), "1001 1003 2002" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_holds_who_fits_in_its_order_and_pages_join_up(StudentFilter filter, string numbers)
    {
        await FillAsync();
        var whole = await Storage.Registry.ReadStudentsAsync(filter, 1, 100);
        Assert.Equal(numbers, string.Join(' ', whole.Items.Select(s => s.Student.StudentNumber)));
        Assert.Equal(whole.Items.Count, whole.Total);
        var joined = new List<StudentEntry>();
        for (var page = 1; page <= 4; page++)
        {
            var part = await Storage.Registry.ReadStudentsAsync(filter, page, 2);
            Assert.Equal(whole.Total, part.Total);
            joined.AddRange(part.Items);
        }
        Assert.Equal(whole.Items, joined);
    }

    [Fact]
    public async Task A_row_tells_everything_but_the_password()
    {
        await FillAsync();
        var entry = await Storage.Registry.FindStudentEntryAsync("2001");
        Assert.Equal(
            new StudentEntry(
                new StudentRecord("2001", "card-2", "张三", null, true, null, new Vehicle("雅迪", null, null, 48, null), "多次占位", "open-1"), 300, 2, 4), entry);
        Assert.Equal(entry, (await Storage.Registry.ReadStudentsAsync(new StudentFilter("2001"), 1, 1)).Items.Single());
        Assert.Null(await Storage.Registry.FindStudentEntryAsync("nobody"));
        Assert.Null((await Storage.Registry.FindStudentEntryAsync("1001"))!.OpenChargeId);
    }

    private async Task FillAsync()
    {
        var registry = Storage.Registry;
        await registry.SaveStudentAsync(new StudentRecord("1001", "card-1", null, null, false, null, Vehicle.Unknown));
        await registry.SaveStudentAsync(new StudentRecord("1002", null, null, null, true, "13900000001", Vehicle.Unknown));
        await registry.SaveStudentAsync(new StudentRecord("1003", null, null, null, false, "139", Vehicle.Unknown));
        await registry.SaveStudentAsync(
            new StudentRecord("2001", "card-2", "张三", "hash", true, null, new Vehicle("雅迪", null, null, 48, null), "多次占位", "open-1"));
        await registry.SaveStudentAsync(new StudentRecord("2002", null, "10th", "hash", false, null, Vehicle.Unknown));
        await registry.AssignCardAsync("card-3", "not-yet-on-the-roster");
        foreach (var (student, fen) in new[] { ("1001", 120L), ("2001", 200), ("2001", 100) })
        {
            var charge = await BeginAsync(student);
            await Storage.Ledger.CloseChargeAsync(End(charge, student, fen));
        }
        var open = await BeginAsync("2001");
        await Storage.Ledger.SetStatusAsync(open, ChargeStatus.Charging);
    }
}
