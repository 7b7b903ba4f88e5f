using Sems.Tests.Support;

namespace Sems.Gateway.Tests;

/// <summary>A clean stop and a start on the same data.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Everything_is_as_it_was()
    {
        await using var gateway = await TestGateway.StartAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await gateway.Client.StartAsync("rose-card", "0001", "0002")).MustBeDone();
        for (var i = 0; i < 5; i++) (await gateway.Client.SampleAsync("0001", "0001", 1.5, i, 1000 + (10 * i))).MustBeDone();
        await gateway.Client.ControlAsync("0001", "0002", "off");
        await gateway.Client.ControlAsync("0001", "0003", "lock");
        (await gateway.Client.StartAsync("zero-card", "0002", "14524")).MustBeDone();
        (await gateway.Client.EndAsync("zero-card", "0002", "14524")).MustBeDone();

        var before = await PictureAsync(gateway.Client);
        await gateway.RestartAsync();
        Assert.Equal(before, await PictureAsync(gateway.Client));
        Assert.Equal("off by admin", await gateway.Client.PendingAsync("0001", "0002"));

        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 9, 1040)).MustBeDone();
        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 9, 1050)).MustBeDone();
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        var ended = Assert.Single(await gateway.Client.ChargesAsync("?group=0001&status=ended"));
        Assert.Equal(6, ended.GetProperty("samples").GetInt32());
    }

    [Fact]
    public async Task A_pending_command_is_confirmed_by_the_first_poll_and_sample_after_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        await gateway.Client.ControlAsync("0001", "0001", "off");
        await gateway.RestartAsync();
        (await gateway.Client.SampleAsync("0001", "0001", 0, 1, 10)).MustBeDone();
        Assert.Equal("off by admin", await gateway.Client.PendingAsync("0001", "0001"));
        await gateway.Client.PollAsync("0001");
        (await gateway.Client.SampleAsync("0001", "0001", 0, 1, 20)).MustBeDone();
        Assert.Null(await gateway.Client.PendingAsync("0001", "0001"));
    }

    [Fact]
    public async Task A_students_second_start_elsewhere_is_still_refused()
    {
        await using var gateway = await TestGateway.StartAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await gateway.Client.StartAsync("5sdf87e4", "0002", "14524")).MustBe(200, """{"result":0,"message":"你已有正在进行的充电"}""");
        await gateway.RestartAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0002", "14524")).MustBe(200, """{"result":0,"message":"你已有正在进行的充电"}""");
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await gateway.Client.StartAsync("5sdf87e4", "0002", "14524")).MustBeDone();
    }

    /// <summary>Everything an operator and a station can see, but what time alone changes.</summary>
    private static async Task<string> PictureAsync(SemsClient client)
    {
        var seen = new List<string>();
        foreach (var group in (string[])["0001", "0002", "0003"])
        {
            foreach (var meter in (await client.AdminAsync("/api/admin/stations/" + group)).Json.GetProperty("ammeters").EnumerateArray())
                seen.Add((await client.AdminAsync($"/api/admin/ammeters/{group}/{meter.GetProperty("ammeter").GetString()}")).Text);
        }
        foreach (var charge in await client.ChargesAsync())
        {
            var id = charge.GetProperty("id").GetInt64();
            seen.Add((await client.AdminAsync($"/api/admin/charges/{id}")).Text);
            seen.AddRange(await client.CurveAsync(id));
        }
        foreach (var group in (string[])["0001", "0002", "0003"]) seen.Add((await client.PollAsync(group)).Text);
        return string.Join('\n', seen);
    }
}
