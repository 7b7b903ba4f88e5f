using Microsoft.Extensions.Logging.Abstractions;
using Sems.Grains.Cluster;
using Sems.Grains.Settings;
using Sems.Grains.Tests.Support;
using Sems.Silo;
using Sems.Storage;
using Sems.Storage.Audit;
using Sems.Storage.Settings;

namespace Sems.Grains.Tests.Settings;

public class CampusSettingsTests : SiloFixture
{
    private static readonly ChargingSettings Defaults = new() { SessionsPerStudent = 4 };

    [Fact]
    public async Task A_stations_settings_lie_over_the_campuss_and_those_over_the_configurations()
    {
        await SetAsync("campus", 0, """{"tariff":{"fen_per_hour":60},"full":{"tail_samples":9}}""");
        await SetAsync("station/0001", 0, """{"tariff":{"fen_per_hour":70}}""");
        await SetAsync("station/0002", 0, """{"tariff":{"fen_per_hour":80}}""");
        await SetAsync("station/0002", 1, "{}");
        var settings = await LoadAsync();
        Assert.Equal((60, 9, 4), (settings.Campus.Tariff.Base.FenPerHour, settings.Campus.Full.TailSamples, settings.Campus.SessionsPerStudent));
        Assert.Equal((70, 9, 4), (settings.For("0001").Tariff.Base.FenPerHour, settings.For("0001").Full.TailSamples, settings.For("0001").SessionsPerStudent));
        foreach (var group in new[] { "0002", "campus", "nowhere" }) Assert.Same(settings.Campus, settings.For(group));
        Assert.Same(settings.For("0001"), settings.For("0001"));
    }

    [Fact]
    public async Task Another_silos_change_is_seen_when_the_watch_looks_and_an_outage_keeps_what_was_read()
    {
        var clock = new ManualTimeProvider();
        var settings = await LoadAsync();
        using var watch = new SettingsWatch(settings, new MachineClock(clock), NullLogger<SettingsWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);
        await Waiting.UntilAsync("the watch has its timer", () => Task.FromResult(clock.ActiveTimers == 1));

        await SetAsync("campus", 0, """{"tariff":{"fen_per_hour":60}}""");
        Assert.Equal(50, settings.Campus.Tariff.Base.FenPerHour);
        await TickUntilAsync(clock, () => settings.Campus.Tariff.Base.FenPerHour == 60);

        await SetAsync("campus", 1, """{"tariff":{"fen_per_hour":70}}""");
        Database.FailCalls(nameof(ISettingsReader.ReadAllAsync));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => settings.RefreshIfChangedAsync());
        clock.Advance(SettingsWatch.Between * 3);
        Assert.Equal(60, settings.Campus.Tariff.Base.FenPerHour);
        Database.Heal();
        await TickUntilAsync(clock, () => settings.Campus.Tariff.Base.FenPerHour == 70);
        await watch.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task While_nothing_changed_only_the_revision_is_read()
    {
        var settings = await LoadAsync();
        var before = settings.Campus;
        Database.FailCalls(nameof(ISettingsReader.ReadAllAsync));
        await settings.RefreshIfChangedAsync();
        Assert.Same(before, settings.Campus);
    }

    [Theory]
    [InlineData("station/0001", """{"sessions_per_student":2}""", "the stored settings of station/0001 cannot be used: sessions_per_student can be set for the campus only, it is 2")]
    [InlineData("campus", """{"tariff":{"fen_per_hour":-5}}""",
        "the stored settings of campus cannot be used: tariff.fen_per_hour must be a whole number from 0 to 100000, it is -5")]
    [InlineData("station/0001", """{"full":{"tail_a":0.7}}""", "the settings do not agree: station/0001 full.tail_a must be below full.charging_a, 0.5, it is 0.7")]
    public async Task What_does_not_fit_is_never_in_force(string scope, string json, string message)
    {
        var running = await LoadAsync();
        await SetAsync(scope, 0, json);
        Assert.Equal(message, (await Assert.ThrowsAsync<FormatException>(LoadAsync)).Message);
        await Assert.ThrowsAsync<FormatException>(() => running.RefreshIfChangedAsync());
        Assert.Equal(50, running.For("0001").Tariff.Base.FenPerHour);
    }

    private static Task TickUntilAsync(ManualTimeProvider clock, Func<bool> seen) => Waiting.UntilAsync("the watch has seen the change", () =>
    {
        clock.Advance(SettingsWatch.Between);
        return Task.FromResult(seen());
    });

    private Task<CampusSettings> LoadAsync() => CampusSettings.LoadAsync(Database.Settings, Defaults);

    private async Task SetAsync(string scope, long version, string json) => Assert.Equal(
        SettingsOutcome.Changed,
        await Database.Settings.SaveAsync(new SettingsChange(scope, version, json, new AuditAct("test", AuditWords.SettingsChanged, Clock.GetUtcNow()))));
}
