using System.Text;
using System.Text.Json;

namespace Sems.Gateway.Tests;

/// <summary>Students and stations as lists.</summary>
public sealed class StudentListTests : IAsyncLifetime
{
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync();
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        (await Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("?search=10304125&pageSize=3", 10, "1030412535 1030412536 1030412537")]
    [InlineData("?search=rose", 1, "1030412536")]
    [InlineData("?search=%E5%8D%A1", 1, "1030412544")]
    [InlineData("?blocked=true", 1, "1030412537")]
    [InlineData("?registered=false", 1, "1030412538")]
    [InlineData("?arrears=true", 1, "1030412535")]
    [InlineData("?sort=-unpaid_fen&pageSize=2", 14, "1030412535 0012345678")]
    [InlineData("?search=nobody", 0, "")]
    [InlineData("?page=9", 14, "")]
    public async Task A_list_finds_them(string query, int total, string numbers)
    {
        var page = (await Client.AdminAsync("/api/admin/students" + query)).Json;
        Assert.Equal(total, page.GetProperty("total").GetInt32());
        Assert.Equal(numbers, string.Join(' ', page.GetProperty("items").EnumerateArray().Select(s => s.GetProperty("student_number").GetString())));
    }

    [Theory]
    [InlineData("?sort=phone")]
    [InlineData("?page=0")]
    [InlineData("?pageSize=501")]
    [InlineData("?search=a%00b")]
    public async Task A_bad_question_is_explained(string query)
    {
        (await Client.AdminAsync("/api/admin/students" + query)).MustExplain(400);
        if (!query.Contains("page")) (await Client.AdminAsync("/api/admin/students.csv" + query)).MustExplain(400);
    }

    [Fact]
    public async Task A_student_shows_what_is_owed_and_what_charges()
    {
        (await Client.StartAsync("5sdf87e4", "0001", "0002")).MustBeDone();
        var student = (await Client.AdminAsync("/api/admin/students/1030412535")).Json;
        Assert.Equal(("5sdf87e4", "jack", true, false), (
            student.GetProperty("card_number").GetString(), student.GetProperty("user_name").GetString(), student.GetProperty("registered").GetBoolean(),
            student.GetProperty("wechat_bound").GetBoolean()));
        Assert.Equal((50, 1), (student.GetProperty("unpaid_fen").GetInt32(), student.GetProperty("unpaid_bills").GetInt32()));
        Assert.Equal((await Client.ChargesAsync())[0].GetProperty("id").GetInt64(), student.GetProperty("open_charge_id").GetInt64());
        Assert.Equal(JsonValueKind.Null, student.GetProperty("vehicle").GetProperty("brand").ValueKind);
        (await Client.AdminAsync("/api/admin/students/nobody")).MustSay(404, "学号不存在");
    }

    [Fact]
    public async Task The_file_has_everyone_and_no_password()
    {
        var reply = await Client.AdminAsync("/api/admin/students.csv");
        Assert.Equal("text/csv; charset=utf-8", reply.ContentType);
        Assert.Equal("14", reply.Message.Headers.GetValues("X-Total-Count").Single());
        Assert.Equal(Encoding.UTF8.GetPreamble(), reply.Bytes[..3]);
        var lines = reply.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(15, lines.Length);
        Assert.StartsWith("student_number,card_number,username,blocked,blocked_reason,phone,", lines[0]);
        Assert.DoesNotContain("password", lines[0]);
        Assert.Equal("1030412535,5sdf87e4,jack,0,,,,,,,,0,50,1", lines[2]);
        Assert.Contains("1030412541,quote-card,\"a\"\"b\\c<&>'d\",0,,,,,,,,0,0,0", lines);
    }

    [Fact]
    public async Task Stations_are_listed_with_power_offline_sockets_and_alarms()
    {
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await Client.SampleAsync("0001", "0001", 1.5, 0.1, 100, voltage: 220)).MustBeDone();
        await Client.PollAsync("0001");
        var page = (await Client.AdminAsync("/api/admin/stations")).Json;
        Assert.Equal(3, page.GetProperty("total").GetInt32());
        Assert.Equal(
            ["0001 online 4 3 1 0", "0002 offline 4 4 0 4", "0003 offline 0 0 0 0"],
            page.GetProperty("items").EnumerateArray().Select(s =>
                $"{s.GetProperty("group").GetString()} {(s.GetProperty("online").GetBoolean() ? "online" : "offline")} {s.GetProperty("total")} {s.GetProperty("free")} "
                + $"{s.GetProperty("charging")} {s.GetProperty("offline")}"));
        Assert.Equal((false, false, 0), (
            page.GetProperty("items")[0].GetProperty("retired").GetBoolean(), page.GetProperty("items")[0].GetProperty("has_key").GetBoolean(),
            page.GetProperty("items")[0].GetProperty("open_alarms").GetInt32()));
        Assert.Equal("0002", (await Client.AdminAsync("/api/admin/stations?search=%E8%A5%BF")).Json.GetProperty("items")[0].GetProperty("group").GetString());
        Assert.Equal(0, (await Client.AdminAsync("/api/admin/stations?retired=true")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_station_shows_each_meters_command_and_session()
    {
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await Client.SampleAsync("0001", "0001", 1.5, 0.1, 100, voltage: 220)).MustBeDone();
        await Client.ControlAsync("0001", "0002", "lock");
        var meters = (await Client.AdminAsync("/api/admin/stations/0001")).Json.GetProperty("ammeters");
        var session = meters[1].GetProperty("session");
        Assert.Equal(("1030412535", 1.5), (session.GetProperty("student_number").GetString(), session.GetProperty("current_a").GetDouble()));
        Assert.Equal("lock", meters[2].GetProperty("pending").GetProperty("control").GetString());
        Assert.Equal(JsonValueKind.Null, meters[3].GetProperty("session").ValueKind);
        (await Client.AdminAsync("/api/admin/stations/9999")).MustSay(404, "充电站不存在");
    }
}
