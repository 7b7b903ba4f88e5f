namespace Sems.Gateway.Tests;

/// <summary>Students, stations and meters are changed over HTTP: done, bad input, not there, in conflict.</summary>
public sealed class RegistryRouteTests : IAsyncLifetime
{
    private const string Api = "/api/admin";
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Every_route_answers_what_it_should()
    {
        (await Client.StartAsync("rose-card", "0002", "1")).MustBeDone();
        foreach (var (call, body, status) in Calls)
        {
            var parts = call.Split(' ');
            var reply = await Client.AdminSendAsync(new HttpMethod(parts[0]), Api + parts[1], body);
            Assert.True(status == (int)reply.Status, $"{call} {body}: {(int)reply.Status} {reply.Text}, not {status}");
            if (status >= 400) reply.MustExplain(status);
        }
    }

    private static readonly (string Call, string? Body, int Status)[] Calls =
    [
        ("POST /students", """{"student_number":"n1","card_number":"k1","phone":"138","vehicle":{"brand":"雅迪","rated_ah":20}}""", 201),
        ("POST /students", """{"student_number":"n1"}""", 409),
        ("POST /students", """{"student_number":"n2","card_number":"5sdf87e4"}""", 409),
        ("POST /students", """{"student_number":" "}""", 400),
        ("POST /students", "{}", 400),
        ("POST /students", "[", 400),
        ("POST /students", $$"""{"student_number":"{{new string('1', 46)}}"}""", 400),
        ("POST /students", """{"student_number":"n3","vehicle":{"rated_voltage":-1}}""", 400),
        ("POST /students", """{"student_number":"n3","phone":5}""", 400),
        ("POST /students", """{"student_number":"a\u0000b"}""", 400),
        ("PATCH /students/n1", """{"phone":null,"vehicle":{"model":"DE2"}}""", 200),
        ("PATCH /students/n1", """{"vehicle":3}""", 400),
        ("PATCH /students/nobody", "{}", 404),
        ("POST /students/n1/block", """{"reason":"占位"}""", 200),
        ("POST /students/n1/block", $$"""{"reason":"{{new string('长', 201)}}"}""", 400),
        ("POST /students/nobody/block", null, 404),
        ("POST /students/n1/unblock", null, 200),
        ("POST /students/nobody/unblock", null, 404),
        ("PUT /students/n1/card", """{"card_number":"5sdf87e4"}""", 409),
        ("PUT /students/n1/card", """{"card_number":"5sdf87e4","take_over":true}""", 200),
        ("PUT /students/n1/card", """{"card_number":null}""", 200),
        ("PUT /students/n1/card", "{}", 400),
        ("PUT /students/nobody/card", """{"card_number":"x"}""", 404),
        ("POST /students/1030412535/reset-password", null, 200),
        ("POST /students/n1/reset-password", null, 409),
        ("POST /students/nobody/reset-password", null, 404),
        ("POST /students/n1/unbind-wechat", null, 200),
        ("POST /students/nobody/unbind-wechat", null, 404),
        ("POST /stations", """{"group":"0009","name":"南门","latitude":31.5,"longitude":120.3}""", 201),
        ("POST /stations", """{"group":"0009","name":"南门"}""", 409),
        ("POST /stations", """{"name":"南门"}""", 400),
        ("POST /stations", """{"group":"0010","latitude":91,"longitude":0}""", 400),
        ("POST /stations", """{"group":"0010","latitude":31}""", 400),
        ("PATCH /stations/0009", """{"name":"新南门","latitude":null,"longitude":null}""", 200),
        ("PATCH /stations/0009", """{"name":7}""", 400),
        ("PATCH /stations/9999", """{"name":"x"}""", 404),
        ("POST /stations/0009/ammeters", """{"ammeter":"1"}""", 201),
        ("POST /stations/0009/ammeters", """{"ammeter":"1"}""", 409),
        ("POST /stations/0009/ammeters", """{"name":"一号"}""", 400),
        ("POST /stations/9999/ammeters", """{"ammeter":"1"}""", 404),
        ("PATCH /stations/0009/ammeters/1", """{"name":"一号"}""", 200),
        ("PATCH /stations/0009/ammeters/1", "{}", 400),
        ("PATCH /stations/0009/ammeters/2", """{"name":"二号"}""", 404),
        ("DELETE /stations/0009/ammeters/2", null, 404),
        ("DELETE /stations/0002/ammeters/1", null, 409),
        ("DELETE /stations/0009/ammeters/1", null, 204),
        ("POST /stations/0002/retire", null, 409),
        ("POST /stations/9999/retire", null, 404),
        ("POST /stations/0009/retire", null, 200),
        ("POST /stations/0009/retire", null, 200),
        ("POST /stations/0009/restore", null, 200),
        ("POST /stations/9999/restore", null, 404),
    ];

    [Fact]
    public async Task A_reset_password_is_told_once_and_blocking_shows()
    {
        var reset = await Client.AdminPostAsync($"{Api}/students/1030412535/reset-password", null);
        Assert.Equal(10, reset.Json.GetProperty("password").GetString()!.Length);
        Assert.True(reset.Message.Headers.CacheControl!.NoStore);
        var audit = (await Client.AdminAsync($"{Api}/audit?subject=student/1030412535")).Text;
        Assert.DoesNotContain(reset.Json.GetProperty("password").GetString()!, audit);
        var blocked = (await Client.AdminPostAsync($"{Api}/students/1030412535/block", """{"reason":"占位"}""")).Json;
        Assert.Equal((true, "占位"), (blocked.GetProperty("blocked").GetBoolean(), blocked.GetProperty("blocked_reason").GetString()));
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBe(200, """{"result":0,"message":"你的账号被封啦"}""");
    }

    [Fact]
    public async Task A_retired_stations_calls_are_answered_as_an_unknown_ones()
    {
        var unknown = (await Client.PollAsync("9999")).Text;
        Assert.NotEqual(unknown, (await Client.PollAsync("0001")).Text);
        await Client.AdminPostAsync($"{Api}/stations/0001/retire", null);
        Assert.Equal(unknown, (await Client.PollAsync("0001")).Text);
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBe(200, """{"result":0,"message":"电表不存在"}""");
        Assert.Equal(["0002", "0003"], await GroupsAsync(""));
        Assert.Equal(["0001"], await GroupsAsync("?retired=true"));
        var station = (await Client.AdminAsync($"{Api}/stations/0001")).Json;
        Assert.Equal((true, 4, 4), (station.GetProperty("retired").GetBoolean(), station.GetProperty("total").GetInt32(), station.GetProperty("ammeters").GetArrayLength()));
        await Client.AdminPostAsync($"{Api}/stations/0001/restore", null);
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
    }

    private async Task<string[]> GroupsAsync(string query) =>
        [.. (await Client.AdminAsync($"{Api}/stations{query}")).Json.GetProperty("items").EnumerateArray().Select(s => s.GetProperty("group").GetString()!)];
}
