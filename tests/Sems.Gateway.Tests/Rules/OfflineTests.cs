using Microsoft.Extensions.DependencyInjection;
using Sems.Storage;
using Sems.Storage.Alarms;

namespace Sems.Gateway.Tests.Rules;

/// <summary>Stations that do not poll.</summary>
public sealed class OfflineTests : IAsyncLifetime
{
    private TestGateway _gateway = null!;
    private Evening _evening = null!;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync();
        _evening = new Evening(_gateway);
        await _evening.SweepAsync();
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task A_station_with_meters_that_never_polled_is_offline_after_a_minute()
    {
        await _evening.PassAsync(TimeSpan.FromSeconds(58));
        Assert.Empty(await AlarmsAsync());
        await _evening.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(["0001", "0002"], (await AlarmsAsync()).Select(a => a.Group).Order()); // 0003 has no meters
        Assert.All(await AlarmsAsync(), a => Assert.Equal((AlarmSeverity.Warning, null, 1), (a.Severity, a.Ammeter, a.Count)));
    }

    [Fact]
    public async Task It_is_back_with_its_next_poll_and_offline_a_minute_after_that()
    {
        await _evening.PollAsync();
        await _evening.PassAsync(TimeSpan.FromSeconds(50));
        await _evening.PollAsync();
        var last = _evening.Now;
        await _evening.PassAsync(TimeSpan.FromSeconds(59));
        Assert.Empty(await MineAsync());
        await _evening.PassAsync(TimeSpan.FromSeconds(90));
        var alarm = Assert.Single(await MineAsync());
        Assert.InRange(alarm.RaisedAt, last.AddSeconds(60), last.AddSeconds(62));
        await _evening.PollAsync();
        Assert.False(Assert.Single(await MineAsync()).IsOpen);
        await _evening.PassAsync(TimeSpan.FromSeconds(63));
        Assert.Equal([false, true], (await MineAsync()).Select(a => a.IsOpen));
    }

    [Fact]
    public async Task The_process_after_it_finds_the_alarm_and_the_first_poll_clears_it()
    {
        await _evening.PollAsync();
        await _evening.PassAsync(TimeSpan.FromSeconds(63));
        Assert.True(Assert.Single(await MineAsync()).IsOpen);
        await _gateway.RestartAsync();
        await _evening.PassAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(1, Assert.Single(await MineAsync()).Count);
        await _evening.PollAsync();
        Assert.False(Assert.Single(await MineAsync()).IsOpen);
    }

    private async Task<IReadOnlyList<AlarmRecord>> AlarmsAsync() =>
        (await _gateway.Services.GetRequiredService<IDatabaseReader>().Alarms.AlarmsAsync(new AlarmFilter(Rule: "offline"), 1, 100)).Items;

    private Task<IReadOnlyList<AlarmRecord>> MineAsync() => _evening.AlarmsAsync("offline");
}
