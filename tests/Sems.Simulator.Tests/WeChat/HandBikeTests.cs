using System.Net;
using Sems.Simulator.Campus;
using Sems.Simulator.Demo;
using Sems.Simulator.Metrics;
using Sems.Simulator.Stations;
using Sems.Simulator.Tests.Fake;
using Sems.Simulator.Time;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>The buttons beside the phone move a bike in the demo's fleet.</summary>
public sealed class HandBikeTests
{
    [Fact]
    public async Task Plug_in_overload_and_unplug_by_the_stand_ins_calls()
    {
        var campus = CampusGenerator.Generate(CampusSize.Demo, 1);
        var sems = new FakeSems(campus);
        await using var server = await FakeServer.StartAsync(sems);
        await using var wechat = await Wechat.StartAsync();
        var stats = new SimulatorStats();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        using var fleet = new StationFleet(campus, server.Address, new SimulationClock(TimeProvider.System, now, now, 480), stats, 1, strict: true);
        wechat.StandIn.Bike = new HandBike(fleet, campus.Students.First(s => s.StudentNumber == DocumentedExamples.StudentNumber), 1);
        using var working = new CancellationTokenSource();
        var running = fleet.RunAsync(working.Token);

        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(wechat, "overload"));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(wechat, "unplug"));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(wechat, "plug-in", """{"size":"huge"}"""));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(wechat, "plug-in", """{"percent":101}"""));

        var bike = await wechat.PostAsync("stand-in/bike/plug-in", """{"size":"small","percent":30}""");
        Assert.True((bool)bike["plugged_in"]!, bike.ToJsonString());
        Assert.Equal((DocumentedExamples.StudentNumber, "on"), ((string)bike["student"]!, (string)bike["control"]!));
        Assert.InRange((double)bike["percent"]!, 30, 60);
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(wechat, "plug-in"));
        bike = await wechat.PostAsync("stand-in/bike/overload");
        Assert.True((bool)bike["overloaded"]!, bike.ToJsonString());

        bike = await wechat.PostAsync("stand-in/bike/unplug");
        Assert.False((bool)bike["plugged_in"]!, bike.ToJsonString());
        Assert.Contains(sems.Named("start"), r => r.Text("card_number") == DocumentedExamples.Card);
        await fleet.CloseAsync();
        Assert.True(stats.Errors.Count == 0, string.Join('\n', stats.Errors.First));
        await working.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Without_a_demo_there_is_no_bike()
    {
        await using var wechat = await Wechat.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(wechat, "plug-in"));
    }

    private static async Task<HttpStatusCode> StatusAsync(Wechat wechat, string what, string body = "{}")
    {
        using var response = await wechat.Http.PostAsync("stand-in/bike/" + what, new StringContent(body));
        return response.StatusCode;
    }
}
