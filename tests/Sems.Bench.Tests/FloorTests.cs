using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Sems.Bench.Campus;
using Sems.Bench.Floor;
using Sems.Bench.Load;

namespace Sems.Bench.Tests;

public sealed class FloorTests : IAsyncLifetime
{
    private readonly WebApplication _floor = FloorApp.Build("http://127.0.0.1:0");
    private readonly HttpClient _http = new();

    [Theory]
    [InlineData("charge",
        """{"current_value":1.05,"energy_value":12,"ammeterGroup_number":"0001","ammeter_number":"000000000000","time":1340294400}""",
        """{"result":1}""")]
    [InlineData("money", """{"ammeterGroup_number":"0001","ammeter_number":"000000000000"}""", """{"money":0.00}""")]
    [InlineData("checkStudent", """{"card_number":"c000000"}""", """{"student_number":1030000000,"username":"stu000000","result":1}""")]
    [InlineData("money", """{"ammeterGroup_number":"0001"}""", """{"result":-1,"message":"ammeter_number 缺失"}""")]
    public async Task It_answers_the_bytes_of_the_protocol(string call, string body, string reply) =>
        Assert.Equal(reply, await AskAsync(call, body));

    [Fact]
    public async Task A_poll_is_told_forty_meters()
    {
        var reply = await AskAsync("AmmeterControl", """{"ammeterGroup_number":"0001"}""");
        Assert.StartsWith("""{"000000000000":"1","000000000001":"1",""", reply, StringComparison.Ordinal);
        Assert.EndsWith("""
            ,"000000000039":"1"}
            """, reply, StringComparison.Ordinal);
    }

    [Fact]
    public void The_load_generator_finds_every_reply_right()
    {
        var campus = new CampusShape(400);
        var server = IPEndPoint.Parse(new Uri(_floor.Urls.Single()).Authority);
        foreach (var workload in Workloads.Measured(campus))
        {
            var walk = new Walk(workload, 16, 1_340_294_400);
            var result = new LoadGenerator(server, 16).Run(workload, walk, LoadLimit.Through(2), CancellationToken.None);
            Assert.Equal((0, null), (result.Errors, result.FirstError));
            Assert.Equal(2 * workload.Steps, result.Sent);
            Assert.Equal(result.Sent, result.Latencies.Count);
        }
    }

    [Fact]
    public void A_wrong_reply_is_counted_and_the_first_is_told()
    {
        var money = Workloads.Money(new CampusShape(40)) with { Reply = new ReplyPattern("{\"money\":1.##}") };
        var server = IPEndPoint.Parse(new Uri(_floor.Urls.Single()).Authority);
        var result = new LoadGenerator(server, 4).Run(money, new Walk(money, 4, 0), LoadLimit.Through(1), CancellationToken.None);
        Assert.Equal(40, result.Errors);
        Assert.Equal("money got 200 {\"money\":0.00} for {\"money\":1.##}", result.FirstError);
    }

    public Task InitializeAsync() => _floor.StartAsync();

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _floor.DisposeAsync();
    }

    private async Task<string> AskAsync(string call, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync($"{_floor.Urls.Single()}/service/{call}", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return await answer.Content.ReadAsStringAsync();
    }
}
