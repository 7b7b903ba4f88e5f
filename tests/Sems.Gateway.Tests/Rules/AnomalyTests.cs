using Sems.Storage.Alarms;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Tests.Rules;

/// <summary>Samples that are wrong, on the whole product.</summary>
public sealed class AnomalyTests : IAsyncLifetime
{
    private TestGateway _gateway = null!;
    private Evening _evening = null!;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync();
        _evening = new Evening(_gateway);
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Too_much_current_three_times_locks_and_the_alarm_stays_until_somebody_unlocks()
    {
        var id = await _evening.StartAsync();
        await _evening.ChargeAsync(3, 1.7);
        await _evening.ChargeAsync(2, 11);
        await _evening.ChargeAsync(1, 1.7);
        Assert.Empty(await _evening.AlarmsAsync());
        await _evening.ChargeAsync(3, 11.2);
        Assert.Equal("locked", await _evening.StateAsync());
        Assert.Contains("\"0001\":\"3\"", (await _evening.Client.PollAsync("0001")).Text);
        var alarm = Assert.Single(await _evening.AlarmsAsync("over_current"));
        Assert.Equal((AlarmSeverity.Danger, id, 1), (alarm.Severity, alarm.ChargeId!.Value, alarm.Count));
        Assert.Equal([PushKind.Exception], (await _evening.PushesAsync()).Select(p => p.Kind));
        var decision = Assert.Single(await _evening.DecisionsAsync(id));
        Assert.Equal("over_current lock", $"{decision.GetProperty("rule").GetString()} {decision.GetProperty("action").GetString()}");
        Assert.Equal([11.2, 11.2, 11.2], decision.GetProperty("samples").EnumerateArray().Select(s => s[1].GetDouble()));

        await _gateway.RestartAsync();
        await _evening.ChargeAsync(5, 0);
        Assert.True(Assert.Single(await _evening.AlarmsAsync("over_current")).IsOpen);
        await _evening.Client.ControlAsync("0001", "0001", "unlock");
        await _evening.ChargeAsync(1, 1.7);
        Assert.False(Assert.Single(await _evening.AlarmsAsync("over_current")).IsOpen);
        Assert.Equal("charging", await _evening.StateAsync());

        await _evening.ChargeAsync(3, 12); // armed again
        Assert.Equal("locked", await _evening.StateAsync());
        Assert.Equal(["over_current lock", "over_current clear", "over_current lock"], await _evening.DecidedAsync(id));
    }

    [Fact]
    public async Task Low_mains_raise_an_alarm_that_normal_ones_clear()
    {
        var id = await _evening.StartAsync();
        await _evening.ChargeAsync(2, 1.7, volts: 180);
        await _evening.ChargeAsync(1, 1.7, volts: 0); // no reading
        Assert.Empty(await _evening.AlarmsAsync());
        await _evening.ChargeAsync(4, 1.7, volts: 180);
        Assert.Equal("charging", await _evening.StateAsync());
        Assert.Equal((AlarmSeverity.Warning, true, 1), Assert.Single(await _evening.AlarmsAsync("under_voltage")) is var a ? (a.Severity, a.IsOpen, a.Count) : default);
        await _gateway.RestartAsync();
        await _evening.ChargeAsync(3, 1.7, volts: 220);
        Assert.False(Assert.Single(await _evening.AlarmsAsync("under_voltage")).IsOpen);
        Assert.Equal(["under_voltage alarm", "under_voltage clear"], await _evening.DecidedAsync(id));
        Assert.Empty(await _evening.PushesAsync());
    }

    [Fact]
    public async Task A_full_battery_that_draws_more_again_is_locked()
    {
        var id = await _evening.StartAsync();
        await _evening.ChargeAsync(5, 1.7);
        await _evening.ChargeAsync(8, 0.2);
        await _evening.ChargeAsync(2, 1.2);
        Assert.Equal("low", await _evening.StateAsync());
        await _evening.ChargeAsync(1, 1.3);
        Assert.Equal("locked", await _evening.StateAsync());
        Assert.Equal(["full low", "tail_rise lock"], await _evening.DecidedAsync(id));
    }

    [Fact]
    public async Task Current_through_a_switch_that_was_opened_raises_an_alarm()
    {
        await _evening.StartAsync();
        await _evening.ChargeAsync(3, 1.7);
        await _evening.Client.ControlAsync("0001", "0001", "off");
        await _evening.ChargeAsync(5, 1.7); // the station may take until its next poll
        Assert.Empty(await _evening.AlarmsAsync("stray_current"));
        await _evening.ChargeAsync(1, 1.7);
        Assert.NotNull(Assert.Single(await _evening.AlarmsAsync("stray_current")).ChargeId);
        await _evening.ChargeAsync(6, 0);
        Assert.False(Assert.Single(await _evening.AlarmsAsync("stray_current")).IsOpen);
    }

    [Fact]
    public async Task Current_on_a_free_socket_raises_an_alarm_without_a_charge()
    {
        await IdleAsync(5, 0.5);
        Assert.Empty(await _evening.AlarmsAsync());
        await IdleAsync(3, 0.5);
        var alarm = Assert.Single(await _evening.AlarmsAsync("stray_current"));
        Assert.Equal((null, "0003", 1, true), (alarm.ChargeId, alarm.Ammeter, alarm.Count, alarm.IsOpen));
        await _gateway.RestartAsync();
        await IdleAsync(6, 0);
        Assert.False(Assert.Single(await _evening.AlarmsAsync("stray_current")).IsOpen);
    }

    [Fact]
    public async Task A_counter_that_errs_is_noted_once_of_a_kind_and_never_locks()
    {
        var id = await _evening.StartAsync();
        foreach (var (energy, i) in new[] { 5.0, 5.01, 1, 9, 2, 9, 2, 90 }.Select((e, i) => (e, i)))
        {
            _gateway.Clock.Advance(TimeSpan.FromSeconds(10));
            (await _evening.Client.SampleAsync("0001", "0001", 1.7, energy, 1000 + (10 * i))).MustBeDone();
        }
        Assert.Equal(["energy_backward notice", "energy_jump notice"], await _evening.DecidedAsync(id));
        Assert.Equal("charging", await _evening.StateAsync());
        Assert.Empty(await _evening.AlarmsAsync());
        var samples = (await _evening.DecisionsAsync(id))[0].GetProperty("samples").EnumerateArray().Select(s => s[3].GetDouble());
        Assert.Equal([5.01, 1], samples);
    }

    [Fact]
    public async Task A_contact_that_chatters_raises_an_alarm_and_cuts_nothing()
    {
        var id = await _evening.StartAsync();
        await _evening.ChargeAsync(20, 1.7, volts: 220);
        for (var i = 0; i < 4; i++)
        {
            await _evening.ChargeAsync(1, 0.4, volts: 220);
            await _evening.ChargeAsync(1, 1.7, volts: 220);
        }
        Assert.Equal(["oscillation alarm"], await _evening.DecidedAsync(id));
        Assert.Equal("charging", await _evening.StateAsync());
        var alarm = Assert.Single(await _evening.AlarmsAsync("oscillation"));
        Assert.Equal((AlarmSeverity.Warning, true), (alarm.Severity, alarm.IsOpen));
        Assert.StartsWith("电流反复跳变，现为 ", alarm.Message, StringComparison.Ordinal);
        await _gateway.RestartAsync(); // what the samples add up to is not stored
        await _evening.ChargeAsync(130, 1.7, volts: 220);
        Assert.Equal(["oscillation alarm", "oscillation clear"], await _evening.DecidedAsync(id));
        Assert.False(Assert.Single(await _evening.AlarmsAsync("oscillation")).IsOpen);
    }

    [Fact]
    public async Task Two_hands_full_of_odd_samples_do_nothing()
    {
        var id = await _evening.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            await _evening.ChargeAsync(2, 1.7, volts: 220);
            await _evening.ChargeAsync(1, 99, volts: 400);
        }
        Assert.Empty(await _evening.DecidedAsync(id));
        Assert.Equal("charging", await _evening.StateAsync());
    }

    private async Task IdleAsync(int samples, double amperes)
    {
        for (var i = 0; i < samples; i++)
        {
            _gateway.Clock.Advance(TimeSpan.FromSeconds(10));
            var reply = await _evening.Client.SampleAsync("0001", "0003", amperes, 1, _evening.Now.ToUnixTimeSeconds());
            reply.MustBe(200, """{"result":0,"message":"没有正在进行的充电"}""");
        }
    }
}
