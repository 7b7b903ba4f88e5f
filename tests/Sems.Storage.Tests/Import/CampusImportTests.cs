using System.Text;
using Sems.Storage.Import;
using Sems.Storage.Registry;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Import;

public abstract class CampusImportTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : CampusImportTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : CampusImportTests(new PostgresTestDatabase());

    private readonly TempDirectory _directory = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _directory.Dispose();
    }

    private int _hashed;

    [Fact]
    public async Task Whole_campus_with_columns_in_any_order()
    {
        Write("students.csv", "phone,username,extra,student_number,card_number,password,blocked,brand,model,battery_type,rated_voltage,rated_ah\r\n"
            + "138,jack,?,1030412535,5sdf87e4,secret,0,\"雅迪, 电动\",DE2,lithium,48,20.5\r\n,,,2,c2,,1,,,,,\r\n", bom: true);
        Write("stations.csv", "name,ammeterGroup_number,latitude,longitude,station_key\n北门,0001,30.5,114.25,key\n,0002,,,\n");
        Write("ammeters.csv", "ammeter_number,ammeterGroup_number,name\n000000000000,0001,一号\n000000000001,0002,\n");
        var result = await ImportAsync();
        Assert.Empty(result.BadRows);
        Assert.Equal((new ImportCounts(2, 2, 0), new ImportCounts(2, 2, 0), new ImportCounts(2, 2, 0)),
            (result.Students, result.Stations, result.Ammeters));
        Assert.Equal(new StudentRecord("1030412535", "5sdf87e4", "jack", "#secret", false, "138", new Vehicle("雅迪, 电动", "DE2", "lithium", 48, 20.5)),
            await Storage.Registry.FindStudentAsync("1030412535"));
        Assert.Equal(new StudentRecord("2", "c2", null, null, true, null, Vehicle.Unknown), await Storage.Registry.FindStudentAsync("2"));
        Assert.Equal(new AmmeterGroupRecord("0001", "北门", 30.5, 114.25, "k:key"), await Storage.Registry.FindGroupAsync("0001"));
        Assert.Equal(new AmmeterGroupRecord("0002", "0002", null, null, null), await Storage.Registry.FindGroupAsync("0002"));
        Assert.Equal("一号", (await Storage.Registry.FindAmmeterAsync("0001", "000000000000"))!.Name);
        Assert.Equal("000000000001", (await Storage.Registry.FindAmmeterAsync("0002", "000000000001"))!.Name);
    }

    [Fact]
    public async Task Again_leaves_empty_cells_and_hashes_only_passwords_that_change()
    {
        Write("students.csv", "student_number,username,password,phone\n1,a,p1,11\n2,b,p2,22\n3,c,,33\n");
        Write("stations.csv", "ammeterGroup_number,name\n0001,北门\n");
        Write("ammeters.csv", "ammeterGroup_number,ammeter_number,name\n0001,1,一号\n");
        await ImportAsync();
        Assert.Equal(2, _hashed);
        Write("students.csv", "student_number,password,phone\n1,p1,\n2,new,23\n3,,\n");
        Write("ammeters.csv", "ammeterGroup_number,ammeter_number\n0001,1\n");
        await ImportAsync();
        Assert.Equal(3, _hashed);
        Assert.Equal(("a", "#p1", "11"), await StudentAsync("1"));
        Assert.Equal(("b", "#new", "23"), await StudentAsync("2"));
        Assert.Equal(("c", null, "33"), await StudentAsync("3"));
        Assert.Equal("一号", (await Storage.Registry.FindAmmeterAsync("0001", "1"))!.Name);

        async Task<(string?, string?, string?)> StudentAsync(string number) =>
            await Storage.Registry.FindStudentAsync(number) is { } s ? (s.UserName, s.PasswordHash, s.Phone) : default;
    }

    [Fact]
    public async Task Bad_rows_are_named_and_skipped()
    {
        await Storage.Registry.SaveStudentAsync(new StudentRecord("900", "taken", "owner", null, false, null, Vehicle.Unknown));
        var tooLong = new string('长', 46);
        Write("students.csv", "student_number,card_number,username,blocked,rated_voltage,brand\n"
            + "1,a,u1,0,48,\n"          // 2 good
            + ",b,u2,0,48,\n"           // 3 no key
            + $"3,,,,,{tooLong}\n"      // 4 too long
            + "4,,,2,,\n"               // 5 blocked
            + "5,,,,abc,\n"             // 6 no number
            + "6,,,,NaN,\n"             // 7 no number
            + "7,,owner,,,\n"           // 8 name taken in the roster
            + "8,,u1,,,\n"              // 9 name taken in the file
            + "9,taken,,,,\n"           // 10 card of another in the roster
            + "10,a,,,,\n"              // 11 card of another in the file
            + "\n"                      // 12 empty: no row
            + "11,,first,,,\n"          // 13 loses to 14
            + "11,,last,,,\n"           // 14 good
            + "12,x\"y,,,,\n"           // 15 stray quote
            + "13,,,,,,,extra\n"        // 16 too many
            + "14\n"                    // 17 good
            + $"15,,,,,{tooLong[..45]}\n"); // 18 good
        Write("stations.csv", "ammeterGroup_number,latitude,longitude\n0001,90.1,0\n0002,0,-181\n0003,-90,180\n,1,1\n");
        Write("ammeters.csv", "ammeterGroup_number,ammeter_number\n0003,1\n0004,1\n0003,\n0003,1\n");
        var result = await ImportAsync();
        Assert.Equal(
            [
                "students.csv 3 缺少 student_number", "students.csv 4 brand 超过 45 个字符", "students.csv 5 blocked 只能是 0 或 1，不是“2”",
                "students.csv 6 rated_voltage 不是数字：“abc”", "students.csv 7 rated_voltage 不是数字：“NaN”",
                "students.csv 8 用户名 owner 已被学号 900 使用", "students.csv 9 用户名 u1 已被学号 1 使用",
                "students.csv 10 卡号 taken 已属于学号 900", "students.csv 11 卡号 a 已属于学号 1", "students.csv 13 学号重复，以第 14 行为准",
                "students.csv 15 引号不成对", "students.csv 16 列数多于表头",
                "stations.csv 2 latitude 超出范围 -90 至 90：90.1", "stations.csv 3 longitude 超出范围 -180 至 180：-181",
                "stations.csv 5 缺少 ammeterGroup_number",
                "ammeters.csv 2 电表号重复，以第 5 行为准", "ammeters.csv 3 充电站 0004 不存在", "ammeters.csv 4 缺少 ammeter_number",
            ],
            result.BadRows.Select(b => $"{b.File} {b.Line} {b.Reason}"));
        Assert.Equal(new ImportCounts(16, 4, 12), result.Students);
        Assert.Equal(new ImportCounts(4, 1, 3), result.Stations);
        Assert.Equal(new ImportCounts(4, 1, 3), result.Ammeters);
        Assert.Equal(new RegistryCounts(5, 2, 1, 1), await Storage.Registry.CountsAsync());
        Assert.Equal("last", (await Storage.Registry.FindStudentAsync("11"))!.UserName);
    }

    [Fact]
    public async Task Card_and_name_given_up_by_an_earlier_row_are_free()
    {
        await Storage.Registry.SaveStudentAsync(new StudentRecord("1", "a", "u", null, false, null, Vehicle.Unknown));
        Write("students.csv", "student_number,card_number,username\n1,b,v\n2,a,u\n");
        Assert.Empty((await ImportAsync()).BadRows);
        Assert.Equal("2", await Storage.Registry.FindCardOwnerAsync("a"));
        Assert.Equal("1", await Storage.Registry.FindCardOwnerAsync("b"));
        Assert.Equal("2", await Storage.Registry.FindUserNameOwnerAsync("u"));
    }

    [Fact]
    public async Task Missing_files_are_fine_but_not_missing_columns_directory_or_encoding()
    {
        Assert.Equal((null, null, null, 0), await ImportAsync() is var r ? (r.Students, r.Stations, r.Ammeters, r.BadRows.Count) : default);
        var missing = await Assert.ThrowsAsync<CampusImportException>(() => Import().RunAsync(PathOf("nowhere")));
        Assert.Contains("nowhere", missing.Message);
        Write("stations.csv", "ammeterGroup_number\n0001\n");
        Write("ammeters.csv", "ammeterGroup_number,name\n0001,x\n");
        var column = await Assert.ThrowsAsync<CampusImportException>(ImportAsync);
        Assert.Equal("ammeters.csv 的表头缺少 ammeter_number 列", column.Message);
        Write("ammeters.csv", "");
        Assert.Contains("缺少表头", (await Assert.ThrowsAsync<CampusImportException>(ImportAsync)).Message);
        File.WriteAllBytes(PathOf("campus/ammeters.csv"), [.. "ammeterGroup_number,ammeter_number,name\n1,1,"u8, 0xB5, 0xE7, 0xB1, 0xED, 10]);
        Assert.Contains("不是 UTF-8", (await Assert.ThrowsAsync<CampusImportException>(ImportAsync)).Message);
        Assert.Equal(0, (await Storage.Registry.CountsAsync()).Groups);
    }

    [Fact]
    public async Task Progress_counts_up_to_the_whole()
    {
        Write("students.csv", "student_number,password\n" + string.Concat(Enumerable.Range(0, 250).Select(i => $"{i},p\n")));
        var reports = new List<ImportProgress>();
        await Import().RunAsync(PathOf("campus"), new Reports(reports));
        Assert.Equal(new ImportProgress("密码", 250, 250), reports.Last(r => r.Step == "密码"));
        Assert.Equal(new ImportProgress("写入", 250, 250), reports[^1]);
    }

    private Task<CampusImportResult> ImportAsync()
    {
        Directory.CreateDirectory(PathOf("campus"));
        return Import().RunAsync(PathOf("campus"));
    }

    private CampusImport Import() => new(Storage.Registry, new CampusImportOptions
    {
        HashPassword = password =>
        {
            Interlocked.Increment(ref _hashed);
            return "#" + password;
        },
        HashStationKey = key => "k:" + key,
        VerifyPassword = (hash, password) => hash == "#" + password,
    });

    private void Write(string file, string text, bool bom = false)
    {
        Directory.CreateDirectory(PathOf("campus"));
        File.WriteAllText(PathOf("campus/" + file), text, new UTF8Encoding(bom));
    }

    private sealed class Reports(List<ImportProgress> into) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => into.Add(value);
    }

    private string PathOf(string name) => _directory[name];
}
