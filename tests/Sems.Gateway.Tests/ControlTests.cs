using Sems.Tests.Support;

namespace Sems.Gateway.Tests;

/// <summary>An operator's commands to meters.</summary>
public sealed class ControlTests : IAsyncLifetime
{
    private const string Group = "0001";
    private const string Meter = "0001";
    private TestGateway _gateway = null!;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("off", "paused", "off", 0)]
    [InlineData("lock", "locked", "lock", 0)]
    [InlineData("off on", "charging", "on", 2)]
    [InlineData("lock unlock", "charging", "on", 2)]
    public async Task A_command_is_pending_until_a_poll_carried_it_and_a_sample_agrees(string actions, string state, string level, double obeying)
    {
        await StartAsync();
        foreach (var action in actions.Split(' ')) await OrderAsync(action);
        await MeterMustBeAsync(state, level, level + " by admin");

        await SampleAsync(10, obeying);
        await MeterMustBeAsync(state, level, level + " by admin"); // it agrees by chance: no poll has told the station
        await Client.PollAsync(Group);
        await MeterMustBeAsync(state, level, level + " by admin"); // told, not yet seen
        await SampleAsync(20, obeying == 0 ? 2 : 0);
        await MeterMustBeAsync(state, level, level + " by admin"); // seen not to obey
        await SampleAsync(30, obeying);
        await MeterMustBeAsync(state, level, null);
    }

    [Fact]
    public async Task A_released_session_is_over_and_billed_at_once_and_pending_until_polled()
    {
        await StartAsync();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(30));
        await OrderAsync("release");
        await MeterMustBeAsync("idle", "release", "release by admin");
        var charge = Assert.Single(await Client.ChargesAsync());
        Assert.Equal("ended", charge.GetProperty("status").GetString());
        Assert.Equal(25, charge.GetProperty("bill").GetProperty("fen").GetInt32());
        await Client.PollAsync(Group);
        await MeterMustBeAsync("idle", "release", null);
    }

    [Theory]
    [InlineData("lock", "locked", "lock")]
    [InlineData("lock unlock", "idle", "release")]
    public async Task A_free_meter_obeys_as_soon_as_it_is_polled(string actions, string state, string level)
    {
        foreach (var action in actions.Split(' ')) await OrderAsync(action);
        await MeterMustBeAsync(state, level, level + " by admin");
        await Client.PollAsync(Group);
        await MeterMustBeAsync(state, level, null);
    }

    [Theory]
    [InlineData("off", "0002")]
    [InlineData("lock", "000000000000")]
    public async Task A_poll_of_before_the_command_has_not_carried_it(string action, string meter)
    {
        await Client.PollAsync(Group);
        (await Client.StartAsync("5sdf87e4", Group, meter)).MustBeDone();
        Assert.Equal(200, (int)(await Client.ControlAsync(Group, meter, action)).Status);
        (await Client.SampleAsync(Group, meter, 0, 1, 10)).MustBeDone();
        Assert.NotNull(await Client.PendingAsync(Group, meter));
    }

    [Theory]
    [InlineData("on", "charging", "on")]
    [InlineData("unlock", "charging", "on")]
    public async Task A_command_that_changes_nothing_is_done_and_not_pending(string action, string state, string level)
    {
        await StartAsync();
        await OrderAsync(action);
        await MeterMustBeAsync(state, level, null);
    }

    [Fact]
    public async Task The_reply_to_a_command_shows_the_meter_after_it()
    {
        await StartAsync();
        var meter = (await Client.ControlAsync(Group, Meter, "off")).Json;
        Assert.Equal("paused", meter.GetProperty("state").GetString());
        Assert.Equal("off", meter.GetProperty("pending").GetProperty("control").GetString());
        Assert.Equal(ManualClock.Beginning, meter.GetProperty("pending").GetProperty("requested_at").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    public async Task A_meter_without_a_session_is_not_switched(string action)
    {
        (await Client.ControlAsync(Group, Meter, action)).MustSay(409, "没有正在进行的充电");
        await MeterMustBeAsync("idle", "release", null);
    }

    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("release")]
    public async Task A_locked_meter_must_be_unlocked_first(string action)
    {
        await StartAsync();
        await OrderAsync("lock");
        (await Client.ControlAsync(Group, Meter, action)).MustSay(409, "电表已锁定");
        await MeterMustBeAsync("locked", "lock", "lock by admin");
    }

    [Theory]
    [InlineData("0001", "9999")]
    [InlineData("9999", "0001")]
    public async Task A_meter_that_is_not_there_is_not_found(string group, string meter) =>
        (await Client.ControlAsync(group, meter, "lock")).MustSay(404, "电表不存在");

    [Theory]
    [InlineData("""{"action":"explode"}""")]
    [InlineData("""{"action":"LOCK"}""")]
    [InlineData("""{"action":""}""")]
    [InlineData("""{"action":null}""")]
    [InlineData("{}")]
    public async Task An_action_that_is_none_is_refused(string body)
    {
        (await Client.ControlBodyAsync(Group, Meter, body)).MustSay(400, "action 必须是 on、off、release、lock 或 unlock");
        await MeterMustBeAsync("idle", "release", null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lock")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"action":1}""")]
    [InlineData("""{"action":"lock" """)]
    public async Task A_body_that_is_no_command_is_refused_with_words(string body) =>
        (await Client.ControlBodyAsync(Group, Meter, body)).MustExplain(400);

    private async Task StartAsync() => (await Client.StartAsync("5sdf87e4", Group, Meter)).MustBeDone();

    private async Task SampleAsync(double time, double current) => (await Client.SampleAsync(Group, Meter, current, 1, time)).MustBeDone();

    private async Task OrderAsync(string action) => Assert.Equal(200, (int)(await Client.ControlAsync(Group, Meter, action)).Status);

    private async Task MeterMustBeAsync(string state, string level, string? pending)
    {
        var meter = (await Client.AdminAsync($"/api/admin/ammeters/{Group}/{Meter}")).Json;
        Assert.Equal(
            (state, level, pending),
            (meter.GetProperty("state").GetString(), meter.GetProperty("control").GetString(), await Client.PendingAsync(Group, Meter)));
    }
}
