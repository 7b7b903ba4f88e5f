using System.Diagnostics;
using System.Text;
using Sems.Storage.Import;
using Sems.Storage.Registry;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Import;

public abstract class ImportPlanTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : ImportPlanTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : ImportPlanTests(new PostgresTestDatabase());

    private ImportPlanner Planner => new(Storage.Registry, new CampusImportOptions
    {
        HashPassword = password => "#" + password,
        HashStationKey = key => "k:" + key,
        VerifyPassword = (hash, password) => hash == "#" + password,
    });

    [Fact]
    public async Task A_preview_tells_each_row_field_by_field_and_stores_nothing()
    {
        await Storage.Registry.SaveStudentAsync(new StudentRecord("1", "a", "u", "#p", true, "138", Vehicle.Unknown, "占位"));
        await Storage.Registry.SaveStudentAsync(new StudentRecord("2", "b", null, null, false, null, Vehicle.Unknown));
        var plan = await Planner.PlanAsync(ImportTable.Students,
            "\uFEFFstudent_number,card_number,password,blocked,phone,rated_ah\n1,c,p,0,138,20\n2,b,,,,\n3,a,q,,,\n4,b,,,,\n4,,,,1,\nx\"y\n");
        Assert.Equal(
            [
                "2 1 Changed card_number a>c, password ••••>••••, blocked 1>0, blocked_reason 占位>, rated_ah >20 | 密码在导入时核对，与现有密码相同则不变",
                "3 2 Unchanged  | ",
                "4 3 New card_number >a, password >••••, blocked >0 | ",
                "5 4 Bad  | 学号重复，以第 6 行为准",
                "6 4 New blocked >0, phone >1 | ",
                "7  Bad  | 引号不成对",
            ],
            plan.Rows.Select(Describe));
        Assert.Equal("a", (await Storage.Registry.FindStudentAsync("1"))!.CardNumber);
        Assert.Null(await Storage.Registry.FindStudentAsync("3"));
    }

    [Fact]
    public async Task Stations_and_meters_likewise()
    {
        await Storage.Registry.SaveGroupAsync(new AmmeterGroupRecord("0001", "北门", 30, 114, "k:old"));
        await Storage.Registry.SaveGroupAsync(new AmmeterGroupRecord("0002", "南门", null, null, null, Clock.GetUtcNow()));
        await Storage.Registry.SaveAmmeterAsync(new AmmeterRecord("0001", "1", "一号"));
        var stations = await Planner.PlanAsync(ImportTable.Stations, "ammeterGroup_number,name,latitude,station_key\n0001,北门,31,new\n0002,南门,,\n0003,,,\n");
        Assert.Equal(
            ["2 0001 Changed latitude 30>31, station_key ••••>•••• | ", "3 0002 Unchanged  | 充电站已停用", "4 0003 New name >0003 | "], stations.Rows.Select(Describe));
        var ammeters = await Planner.PlanAsync(ImportTable.Ammeters, "ammeterGroup_number,ammeter_number,name\n0001,1,\n0001,2,\n0009,1,\n0001,1,\n");
        Assert.Equal(
            ["2 0001 Bad  | 电表号重复，以第 5 行为准", "3 0001/2 New name >2 | ", "4 0009 Bad  | 充电站 0009 不存在", "5 0001/1 Unchanged  | "], ammeters.Rows.Select(Describe));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_a_preview_says_is_what_storing_does(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            var csv = RandomFile(random);
            var plan = await Planner.PlanAsync(ImportTable.Students, csv);
            var before = await StudentsAsync();
            for (var from = 0; from < plan.Work.Count; from += 7) await Planner.StoreAsync(Storage.Registry, [.. plan.Work.Skip(from).Take(7)]);
            var after = await StudentsAsync();
            foreach (var row in plan.Rows.Where(r => r.What != RowFate.Bad))
            {
                var told = row.Changes.Where(c => c.Field != "password").Select(c => $"{c.Field} {c.Before}>{c.After}");
                var done = RegistryFields.Changes(before.GetValueOrDefault(row.Key), after[row.Key]).Where(c => c.Field != "password").Select(c => $"{c.Field} {c.Before}>{c.After}");
                Assert.Equal(told, done);
            }
            Assert.Equal(after.Keys.Except(before.Keys).Order(), plan.Rows.Where(r => r.What == RowFate.New).Select(r => r.Key).Order());
            var stored = plan.Rows.Where(r => r.What != RowFate.Bad).Select(r => r.Line).ToHashSet(); // a bad row may be good now: a later one gave its card up
            var again = (await Planner.PlanAsync(ImportTable.Students, csv)).Rows.Where(r => stored.Contains(r.Line)).ToList();
            Assert.DoesNotContain(again, r => r.What is RowFate.New or RowFate.Bad || r.Changes.Any(c => c.Field != "password"));
        }
    }

    [Fact]
    public async Task Ten_thousand_rows_are_compared_at_once()
    {
        var rows = Enumerable.Range(0, 10_000).Select(i => new StudentChange($"{i}", $"card{i}", $"user{i}", null, null, null, null, null, null, null, null)).ToList();
        await Storage.Registry.ImportAsync(rows, [], []);
        var csv = "student_number,card_number,username,phone\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i},card{i},user{i},138{i}\n"));
        var watch = Stopwatch.StartNew();
        var plan = await Planner.PlanAsync(ImportTable.Students, csv);
        Assert.Equal(10_000, plan.Count(RowFate.Changed));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"it took {watch.Elapsed}"); // a quarter of a second on a quiet machine
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("gb18030", "gb18030")]
    public void Files_are_read_in_the_encodings_there_are(string encoding, string name)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes("名称,东门") ?? Encoding.UTF8.GetBytes("\uFEFF名称,东门");
        Assert.Equal(("名称,东门", name), CsvBytes.Decode(bytes));
    }

    [Fact]
    public void Others_are_refused_with_words()
    {
        Assert.Contains("GB18030", Assert.Throws<CampusImportException>(() => CsvBytes.Decode([0xFF, 0xFE, 0xFF, 0x00])).Message);
        Assert.Contains("GBK", Assert.Throws<CampusImportException>(() => CsvBytes.Checked("\uFFFD\uFFFD,1")).Message);
        Assert.Contains("不是 CSV", Assert.Throws<CampusImportException>(() => CsvBytes.Checked("PK\u0003\u0000")).Message);
    }

    private static string Describe(PlannedRow row) =>
        $"{row.Line} {row.Key} {row.What} {string.Join(", ", row.Changes.Select(c => $"{c.Field} {c.Before}>{c.After}"))} | {row.Message}";

    private static string RandomFile(Random random)
    {
        var csv = new StringBuilder("student_number,card_number,username,password,blocked,phone,rated_voltage\n");
        for (var i = 0; i < 40; i++)
        {
            csv.Append(random.Next(30)).Append(',').Append(Maybe("c")).Append(',').Append(Maybe("u")).Append(',').Append(Maybe("p")).Append(',');
            csv.Append(random.Next(4) switch { 0 => "0", 1 => "1", _ => "" }).Append(',').Append(Maybe("138")).Append(',').Append(random.Next(3) == 0 ? "48" : "").Append('\n');
        }
        return csv.ToString();

        string Maybe(string text) => random.Next(3) == 0 ? text + random.Next(20) : "";
    }

    private async Task<Dictionary<string, StudentRecord>> StudentsAsync() =>
        new(await Storage.Registry.FindStudentsAsync([.. Enumerable.Range(0, 30).Select(i => $"{i}")]));
}
