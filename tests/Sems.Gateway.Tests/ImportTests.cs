using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Sems.Gateway.Tests;

/// <summary>An administrator imports files while stations work.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Api = "/api/admin/imports";
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Students_are_previewed_then_written_and_obeyed_at_once()
    {
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        var import = await OpenAsync("students", "student_number,card_number,blocked,password\n1030412535,moved-card,,\n1030412536,,1,\nn1,n1-card,,secret\nn2,zero-card,,\n");
        Assert.Equal(("preview", "{\"new\":1,\"changed\":2,\"unchanged\":0,\"bad\":1}", 3), (Word(import), import.GetProperty("counts").GetRawText(), import.GetProperty("total").GetInt32()));
        var id = import.GetProperty("id").GetString();
        var rows = (await Client.AdminAsync($"{Api}/{id}/rows?what=changed&pageSize=1")).Json;
        Assert.Equal(2, rows.GetProperty("total").GetInt32());
        Assert.Equal(
            """{"line":2,"key":"1030412535","what":"changed","changes":[{"field":"card_number","before":"5sdf87e4","after":"moved-card"}],"message":null}""",
            rows.GetProperty("items")[0].GetRawText());
        Assert.DoesNotContain("secret", (await Client.AdminAsync($"{Api}/{id}/rows")).Text);
        Assert.Equal("line,student_number,card_number,blocked,password,problem\r\n5,n2,zero-card,,,卡号 zero-card 已属于学号 0012345678\r\n",
            (await Client.AdminAsync($"{Api}/{id}/bad.csv")).Text.TrimStart('\uFEFF'));

        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone(); // nothing is written yet
        (await Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        Assert.Equal("running", Word((await Client.AdminPostAsync($"{Api}/{id}/apply", null)).Json));
        await Client.AdminPostAsync($"{Api}/{id}/apply", null);
        await DoneAsync(id!);
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBe(200, """{"result":0,"message":"序列号没有对应的学号"}""");
        (await Client.StartAsync("moved-card", "0001", "0001")).MustBeDone();
        (await Client.StartAsync("rose-card", "0001", "0002")).MustBe(200, """{"result":0,"message":"你的账号被封啦"}""");
        Assert.Equal(404, (int)(await Client.AdminAsync("/api/admin/students/n2")).Status);
        var audit = (await Client.AdminAsync("/api/admin/audit?what=import")).Json.GetProperty("items")[0];
        Assert.Equal(("admin", """{"students":{"new":1,"changed":2,"unchanged":0,"skipped":1}}"""), (audit.GetProperty("who").GetString(), audit.GetProperty("after").GetRawText()));
        Assert.Equal("{\"new\":0,\"changed\":0,\"unchanged\":2,\"bad\":0}",
            (await OpenAsync("students", "student_number,card_number,blocked\n1030412535,moved-card,\n1030412536,,1\n")).GetProperty("counts").GetRawText());
    }

    [Fact]
    public async Task Stations_and_meters_are_in_the_next_poll()
    {
        await Client.PollAsync("0001");
        await ApplyAsync("stations", "ammeterGroup_number,name\n0001,新东门\n0009,北门\n");
        await ApplyAsync("ammeters", "ammeterGroup_number,ammeter_number,name\n0001,0001,改名\n0001,0009,新表\n0009,1,\n");
        Assert.Contains("\"0009\"", (await Client.PollAsync("0001")).Text);
        var station = (await Client.AdminAsync("/api/admin/stations/0001")).Json;
        Assert.Equal(("新东门", "改名"), (station.GetProperty("name").GetString(), station.GetProperty("ammeters")[1].GetProperty("name").GetString()));
        Assert.Equal("改名", (await Client.AdminAsync("/api/admin/ammeters/0001/0001")).Json.GetProperty("name").GetString());
        Assert.Equal(1, (await Client.AdminAsync("/api/admin/stations/0009")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_file_that_Chinese_Excel_saves_is_read()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("ammeterGroup_number,name\n0001,新东门\n");
        var import = (await SendFileAsync("?kind=stations", gbk)).Json;
        Assert.Equal(("gb18030", 1), (import.GetProperty("encoding").GetString(), import.GetProperty("counts").GetProperty("changed").GetInt32()));
        Assert.Contains("新东门", (await Client.AdminAsync($"{Api}/{import.GetProperty("id").GetString()}/rows")).Text);
        (await SendFileAsync("?kind=stations", [0xFF, 0xFE, 0xFF, 0x00])).MustExplain(400);
        (await SendFileAsync("", gbk)).MustSay(400, "kind 必须是 students、stations 或 ammeters");
    }

    [Fact]
    public async Task A_file_of_many_megabytes_is_taken()
    {
        var file = new StringBuilder("student_number,phone,note\n");
        for (var i = 0; i < 1_000; i++) file.Append(i).Append(",138,").Append('x', 12_000).Append('\n');
        var import = (await SendFileAsync("?kind=students", Encoding.UTF8.GetBytes(file.ToString()))).Json;
        Assert.Equal(1_000, import.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("""{"kind":"bikes","csv":"a"}""")]
    [InlineData("""{"csv":"a"}""")]
    [InlineData("""{"kind":"students"}""")]
    [InlineData("""{"kind":"students","csv":""}""")]
    [InlineData("""{"kind":"students","csv":"1030412535,card\n"}""")]
    [InlineData("""{"kind":"students","csv":"\ufffd\ufffd\n"}""")]
    [InlineData("[")]
    public async Task What_is_no_file_is_explained(string body) => (await Client.AdminPostAsync(Api, body)).MustExplain(400);

    [Fact]
    public async Task An_import_that_is_not_there_is_explained()
    {
        foreach (var (method, path) in new[] { ("GET", ""), ("GET", "/rows"), ("GET", "/bad.csv"), ("POST", "/apply"), ("DELETE", "") })
            (await Client.AdminSendAsync(new HttpMethod(method), $"{Api}/none{path}", null)).MustExplain(404);
        var id = (await OpenAsync("students", "student_number\n1\n")).GetProperty("id").GetString();
        (await Client.AdminAsync($"{Api}/{id}/rows?what=odd")).MustExplain(400);
        (await Client.AdminAsync($"{Api}/{id}/rows?page=0")).MustExplain(400);
        Assert.Equal(204, (int)(await Client.AdminSendAsync(HttpMethod.Delete, $"{Api}/{id}", null)).Status);
        (await Client.AdminAsync($"{Api}/{id}")).MustExplain(404);
    }

    private async Task<JsonElement> OpenAsync(string kind, string csv)
    {
        var reply = await Client.AdminPostAsync(Api, JsonSerializer.Serialize(new { kind, csv }));
        Assert.True((int)reply.Status == 200, reply.Text);
        return reply.Json;
    }

    private async Task ApplyAsync(string kind, string csv)
    {
        var id = (await OpenAsync(kind, csv)).GetProperty("id").GetString()!;
        await Client.AdminPostAsync($"{Api}/{id}/apply", null);
        await DoneAsync(id);
    }

    private Task DoneAsync(string id) => Waiting.UntilAsync("the import is done", async () =>
    {
        _gateway.Clock.Advance(TimeSpan.FromMilliseconds(2));
        var import = (await Client.AdminAsync($"{Api}/{id}")).Json;
        Assert.NotEqual("failed", Word(import));
        return Word(import) == "done" && import.GetProperty("done").GetInt32() == import.GetProperty("total").GetInt32();
    });

    private Task<Reply> SendFileAsync(string query, byte[] file)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Api + query) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + SemsClient.AdminPassword)));
        return Client.SendAsync(request);
    }

    private static string? Word(JsonElement import) => import.GetProperty("state").GetString();
}
