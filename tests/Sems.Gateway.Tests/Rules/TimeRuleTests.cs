using System.Text.Json;
using Sems.Storage.Alarms;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Tests.Rules;

/// <summary>The rules of time, on the whole product: they fire for meters nobody calls, once, also over a restart.</summary>
public sealed class TimeRuleTests : IAsyncLifetime
{
    private TestGateway _gateway = null!;
    private Evening _evening = null!;
    private long _id;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync();
        _evening = new Evening(_gateway);
        await _evening.PollAsync();
        _id = await _evening.StartAsync();
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Silence_is_seen_within_two_seconds_and_over_with_the_next_sample()
    {
        await _evening.ChargeAsync(6, 1.7);
        var last = _evening.Now;
        await PassAsync(TimeSpan.FromSeconds(59));
        Assert.Empty(await _evening.AlarmsAsync("silence"));
        await PassAsync(TimeSpan.FromSeconds(3));
        var alarm = Assert.Single(await _evening.AlarmsAsync("silence"));
        Assert.InRange(alarm.RaisedAt, last.AddSeconds(60), last.AddSeconds(62));
        Assert.Equal((AlarmSeverity.Warning, _id, true), (alarm.Severity, alarm.ChargeId!.Value, alarm.IsOpen));

        await PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(1, Assert.Single(await _evening.AlarmsAsync("silence")).Count);
        await _evening.SampleAsync(1.7);
        Assert.False(Assert.Single(await _evening.AlarmsAsync("silence")).IsOpen);
        Assert.Equal(["silence alarm", "silence clear"], await _evening.DecidedAsync(_id));

        await PassAsync(TimeSpan.FromSeconds(62));
        Assert.Equal([false, true], (await _evening.AlarmsAsync("silence")).Select(a => a.IsOpen));
    }

    [Fact]
    public async Task The_sweeper_needs_nobody_to_call_it()
    {
        await Waiting.UntilAsync("silence is seen", async () =>
        {
            _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await _evening.AlarmsAsync("silence")).Count == 1;
        });
    }

    [Fact]
    public async Task A_meter_that_never_speaks_is_silent_a_minute_after_the_start()
    {
        await PassAsync(TimeSpan.FromSeconds(62));
        Assert.Single(await _evening.AlarmsAsync("silence"));
        await _evening.EndAsync();
        Assert.False(Assert.Single(await _evening.AlarmsAsync("silence")).IsOpen);
    }

    [Fact]
    public async Task A_restart_gives_stations_half_a_minute_and_raises_nothing_twice()
    {
        await _evening.ChargeAsync(3, 1.7);
        await PassAsync(TimeSpan.FromSeconds(50));
        await _gateway.RestartAsync();
        await PassAsync(TimeSpan.FromSeconds(28));
        Assert.Empty(await _evening.AlarmsAsync("silence"));
        await PassAsync(TimeSpan.FromSeconds(4));
        Assert.Single(await _evening.AlarmsAsync("silence"));

        await _gateway.RestartAsync();
        await PassAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(1, Assert.Single(await _evening.AlarmsAsync("silence")).Count);
        await _evening.SampleAsync(1.7);
        Assert.False(Assert.Single(await _evening.AlarmsAsync("silence")).IsOpen);
    }

    [Fact]
    public async Task Nobody_listens_for_samples_of_a_meter_that_is_switched_off()
    {
        await _evening.ChargeAsync(3, 1.7);
        await _evening.Client.ControlAsync("0001", "0001", "off");
        await PassAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await _evening.AlarmsAsync("silence"));
        await _evening.Client.ControlAsync("0001", "0001", "on");
        await PassAsync(TimeSpan.FromSeconds(58));
        Assert.Empty(await _evening.AlarmsAsync("silence"));
        await PassAsync(TimeSpan.FromSeconds(5));
        Assert.Single(await _evening.AlarmsAsync("silence"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Overtime_is_told_once_half_an_hour_after_full(bool restart)
    {
        await _evening.ChargeAsync(5, 1.7);
        await _evening.ChargeAsync(5, 0.2);
        var full = _evening.Now;
        Assert.Equal("low", await _evening.StateAsync());
        await PassAsync(TimeSpan.FromMinutes(29));
        if (restart) await _gateway.RestartAsync();
        Assert.Empty(await _evening.AlarmsAsync("overtime"));
        await PassAsync(TimeSpan.FromSeconds(62));
        var alarm = Assert.Single(await _evening.AlarmsAsync("overtime"));
        Assert.InRange(alarm.RaisedAt, full.AddMinutes(30), full.AddMinutes(30).AddSeconds(2));
        await PassAsync(TimeSpan.FromMinutes(5));
        if (restart) await _gateway.RestartAsync();
        await PassAsync(TimeSpan.FromMinutes(5));

        await _evening.EndAsync();
        Assert.False(Assert.Single(await _evening.AlarmsAsync("overtime")).IsOpen);
        Assert.Equal(["full low", "overtime alarm"], (await _evening.DecidedAsync(_id)).Where(d => d is not ("silence alarm" or "silence clear" or "overtime clear")));
        Assert.Equal([PushKind.AlreadyFinish, PushKind.Delay, PushKind.PayFinish], (await _evening.PushesAsync()).Select(p => p.Kind));
    }

    [Fact]
    public async Task Pushes_carry_what_a_student_wants_to_know()
    {
        await _evening.ChargeAsync(5, 1.7);
        await _evening.ChargeAsync(5, 0.2);
        await PassAsync(TimeSpan.FromHours(1));
        await _evening.EndAsync();
        var pushes = await _evening.PushesAsync();
        Assert.All(pushes, p => Assert.Equal((_id, "1030412535"), (p.ChargeId, p.StudentNumber)));
        var pay = JsonDocument.Parse(pushes[^1].DetailJson).RootElement;
        Assert.Equal("东门 / 东门 1 号", pay.GetProperty("station_name").GetString() + " / " + pay.GetProperty("socket_name").GetString());
        Assert.Equal(
            (await _evening.Client.ChargesAsync())[0].GetProperty("bill").GetProperty("fen").GetInt64(), pay.GetProperty("fen").GetInt64());
        Assert.Equal(("card", 3700), (pay.GetProperty("reason").GetString(), pay.GetProperty("seconds").GetInt32()));
        Assert.Equal("full", JsonDocument.Parse(pushes[0].DetailJson).RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Twelve_hours_of_power_are_the_longest_and_a_pause_is_not_counted()
    {
        await PassAsync(TimeSpan.FromHours(5));
        await _evening.Client.ControlAsync("0001", "0001", "off");
        await PassAsync(TimeSpan.FromHours(3));
        await _gateway.RestartAsync();
        await _evening.Client.ControlAsync("0001", "0001", "on");
        await PassAsync(TimeSpan.FromHours(7) - TimeSpan.FromSeconds(2));
        Assert.Equal("charging", await _evening.StateAsync());
        await PassAsync(TimeSpan.FromSeconds(4));
        Assert.Equal("paused", await _evening.StateAsync());
        Assert.Contains("\"0001\":\"0\"", (await _evening.Client.PollAsync("0001")).Text);
        Assert.True(Assert.Single(await _evening.AlarmsAsync("longest_charge")).IsOpen);
        Assert.Equal([PushKind.Exception], (await _evening.PushesAsync()).Select(p => p.Kind));

        await _evening.Client.ControlAsync("0001", "0001", "on"); // a person knows better: the whole time again
        Assert.False(Assert.Single(await _evening.AlarmsAsync("longest_charge")).IsOpen);
        await PassAsync(TimeSpan.FromHours(11));
        Assert.Equal("charging", await _evening.StateAsync());
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("paused", await _evening.StateAsync());
        Assert.Equal(2, (await _evening.DecidedAsync(_id)).Count(d => d == "longest_charge pause"));
    }

    private Task PassAsync(TimeSpan time) => _evening.PassAsync(time);
}
