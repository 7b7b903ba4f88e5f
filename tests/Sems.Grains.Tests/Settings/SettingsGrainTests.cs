using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage;
using Sems.Storage.Audit;

namespace Sems.Grains.Tests.Settings;

public class SettingsGrainTests : SiloFixture
{
    protected override Dictionary<string, string?> Settings => new() { ["Charging:Tariff:FenPerHour"] = "40", ["Charging:SessionsPerStudent"] = "2" };

    private ISettingsGrain Grain => Grains.GetGrain<ISettingsGrain>(ISettingsGrain.Key);

    [Fact]
    public async Task What_is_set_lies_over_the_configuration()
    {
        var before = (await Grain.Get(null)).Report!;
        Assert.Equal((0, "{}", null, null), (before.Version, before.SetJson, before.ChangedBy, before.ChangedAt));
        Assert.Equal(before.DefaultsJson, before.EffectiveJson);
        Assert.Contains("\"fen_per_hour\":40", before.EffectiveJson);

        Clock.Advance(TimeSpan.FromMinutes(3));
        var after = await ChangeAsync(null, 0, """{"tariff":{"fen_per_hour":60}}""");
        Assert.Equal((1, """{"tariff":{"fen_per_hour":60}}""", "admin", Clock.GetUtcNow()), (after.Version, after.SetJson, after.ChangedBy, after.ChangedAt));
        Assert.Equal(before.DefaultsJson, after.DefaultsJson);
        Assert.Equal(before.EffectiveJson.Replace(":40,", ":60,"), after.EffectiveJson);
    }

    [Fact]
    public async Task A_station_lies_over_the_campus_and_is_listed_until_it_is_cleared()
    {
        await ChangeAsync(null, 0, """{"offline_after_seconds":70}""");
        var station = await ChangeAsync("0001", 0, """{"tariff":{"fen_per_hour":70}}""");
        Assert.Contains("\"fen_per_hour\":70", station.EffectiveJson);
        Assert.Contains("\"offline_after_seconds\":70", station.EffectiveJson);
        var campus = (await Grain.Get(null)).Report!;
        Assert.Equal(station.DefaultsJson, campus.EffectiveJson);
        Assert.Equal(new StationSettings("0001", 1, "admin", Clock.GetUtcNow(), """{"tariff":{"fen_per_hour":70}}"""), Assert.Single(campus.Stations));

        var cleared = await ChangeAsync("0001", 1, "{}", replace: true);
        Assert.Equal((2, "{}", campus.EffectiveJson), (cleared.Version, cleared.SetJson, cleared.EffectiveJson));
        Assert.Empty((await Grain.Get(null)).Report!.Stations);
    }

    [Fact]
    public async Task Replacing_takes_back_what_is_not_named_and_a_patch_does_not()
    {
        await ChangeAsync(null, 0, """{"full":{"tail_samples":6}}""");
        Assert.Equal("""{"full":{"arming_samples":3,"tail_samples":6}}""", (await ChangeAsync(null, 1, """{"full":{"arming_samples":3}}""")).SetJson);
        Assert.Equal("""{"full":{"arming_samples":4}}""", (await ChangeAsync(null, 2, """{"full":{"arming_samples":4}}""", replace: true)).SetJson);
    }

    [Fact]
    public async Task Nothing_of_a_change_with_faults_is_made()
    {
        var answer = await TryAsync(null, 0, """{"tariff":{"fen_per_hour":60,"fen_per_kwh":-1},"x":1}""");
        Assert.Equal(SettingsRefusal.Invalid, answer.Refusal);
        Assert.Equal(["tariff.fen_per_kwh", "x"], answer.Faults.Select(f => f.Field));
        Assert.Equal(0, (await Grain.Get(null)).Report!.Version);
        Assert.Empty(await Database.Settings.ReadAllAsync());
    }

    [Fact]
    public async Task A_change_of_the_campus_that_does_not_agree_with_a_station_is_refused_and_names_it()
    {
        await ChangeAsync("0001", 0, """{"full":{"tail_a":0.4}}""");
        var answer = await TryAsync(null, 0, """{"full":{"charging_a":0.35}}""");
        Assert.Equal((SettingsRefusal.Invalid, "station/0001 full.tail_a", "0.4"), (answer.Refusal, answer.Faults.Single().Field, answer.Faults.Single().Value));
        await ChangeAsync("0001", 1, """{"full":{"tail_a":null}}""");
        await ChangeAsync(null, 0, """{"full":{"charging_a":0.35}}""");
    }

    [Fact]
    public async Task A_change_on_an_old_version_is_refused()
    {
        await ChangeAsync(null, 0, """{"tariff":{"fen_per_hour":60}}""");
        Assert.Equal(SettingsRefusal.OldVersion, (await TryAsync(null, 0, """{"tariff":{"fen_per_hour":70}}""")).Refusal);
        Assert.Equal(1, (await ChangeAsync(null, 0, """{"tariff":{"fen_per_hour":60}}""")).Version); // the same again is done already
    }

    [Fact]
    public async Task A_station_that_is_not_there_has_no_settings()
    {
        Assert.Equal(SettingsRefusal.GroupUnknown, (await Grain.Get("nowhere")).Refusal);
        Assert.Equal(SettingsRefusal.GroupUnknown, (await TryAsync("nowhere", 0, "{}")).Refusal);
        Assert.Equal(SettingsRefusal.GroupUnknown, (await Grain.PriceExample(new PriceExample("nowhere", "{}", Clock.GetUtcNow(), Clock.GetUtcNow(), 0))).Refusal);
    }

    [Fact]
    public async Task A_new_tariff_is_the_next_sessions_and_not_the_running_ones()
    {
        await Meter("A").Start("c1");
        await ChangeAsync(null, 0, """{"tariff":{"fen_per_hour":100}}""");
        await ChangeAsync("0001", 0, """{"tariff":{"fen_per_hour":200}}""");
        await Meter("B").Start("c2");
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((40, 200), ((await Meter("A").Money()).Money.Value, (await Meter("B").Money()).Money.Value));
        await Meter("A").End("c1");
        await Meter("A").Start("c1");
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, (await Meter("A").Money()).Money.Value);
    }

    [Fact]
    public async Task Settings_outlast_a_restart()
    {
        await ChangeAsync("0001", 0, """{"tariff":{"fen_per_hour":200}}""");
        await RestartAsync();
        await Meter("A").Start("c1");
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, (await Meter("A").Money()).Money.Value);
        Assert.Equal(1, (await Grain.Get("0001")).Report!.Version);
    }

    [Fact]
    public async Task Limits_of_students_follow_a_change()
    {
        await Meter("A").Start("c1");
        await ChangeAsync(null, 0, """{"sessions_per_student":1}""");
        Assert.Equal(Refusal.AlreadyCharging, await Meter("B").Start("c1"));
        await ChangeAsync(null, 1, """{"sessions_per_student":2}""");
        Assert.Equal(Refusal.None, await Meter("B").Start("c1"));
    }

    [Theory]
    [InlineData(FaultKind.Before, 0)]
    [InlineData(FaultKind.After, 1)]
    public async Task While_storage_fails_the_caller_is_told_and_the_change_can_be_made_again(FaultKind kind, int rows)
    {
        Database.FailWrite(1, kind);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => TryAsync(null, 0, """{"tariff":{"fen_per_hour":60}}"""));
        Assert.Equal(rows, (await Database.Audit.ReadPageAsync(new AuditFilter(), 1, 10)).Total);
        Database.Heal();
        Assert.Equal(1, (await ChangeAsync(null, 0, """{"tariff":{"fen_per_hour":60}}""")).Version);
        Assert.Equal(1, (await Database.Audit.ReadPageAsync(new AuditFilter(), 1, 10)).Total);
        await Meter("A").Start("c1");
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(60, (await Meter("A").Money()).Money.Value);
    }

    [Fact]
    public async Task A_stations_keys_are_in_the_audit_log()
    {
        await Station().RotateKey(TimeSpan.Zero, "admin");
        await Station().ClearKey("rose");
        var rows = (await Database.Audit.ReadPageAsync(new AuditFilter(Subject: "station/0001"), 1, 10)).Items;
        Assert.Equal(["rose station_key.clear", "admin station_key.rotate"], rows.Select(r => $"{r.Who} {r.What}"));
    }

    [Fact]
    public async Task A_price_example_shows_what_falls_to_each_rate()
    {
        var eight = new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.FromHours(8));
        var tariff = """{"tariff":{"fen_per_hour":60,"fen_per_kwh":100,"free_minutes":30,"bands":[{"from":"22:00","to":"06:00","fen_per_hour":20,"fen_per_kwh":50}]}}""";
        var answer = await Grain.PriceExample(new PriceExample("0001", tariff, eight, eight.AddHours(4), 2));
        Assert.Equal((90 + 40 + 100 + 50, false), (answer.Total.Value, answer.Capped));
        Assert.Equal([new PricePart(0, 5_400, 90, 1, 100), new PricePart(1, 7_200, 40, 1, 50)], answer.Parts.ToArray());
        var capped = await Grain.PriceExample(new PriceExample(null, """{"tariff":{"cap_fen":10}}""", eight, eight.AddHours(1), 0));
        Assert.Equal((10, true), (capped.Total.Value, capped.Capped));
    }

    [Theory]
    [InlineData("{}", 0, 0, "to")]
    [InlineData("{}", -60, 0, "to")]
    [InlineData("{}", 172_801, 0, "to")]
    [InlineData("{}", 60, -1, "kwh")]
    [InlineData("{}", 60, double.NaN, "kwh")]
    [InlineData("""{"tariff":{"x":1}}""", 60, 1_001, "tariff.x kwh")]
    public async Task A_price_example_that_makes_no_sense_is_refused(string json, int seconds, double kwh, string fields)
    {
        var answer = await Grain.PriceExample(new PriceExample(null, json, Clock.GetUtcNow(), Clock.GetUtcNow().AddSeconds(seconds), kwh));
        Assert.Equal((SettingsRefusal.Invalid, fields), (answer.Refusal, string.Join(' ', answer.Faults.Select(f => f.Field))));
    }

    private Task<SettingsAnswer> TryAsync(string? group, long version, string json, bool replace = false) =>
        Grain.Change(new SettingsWish(group, json, replace, version, "admin"));

    private async Task<SettingsReport> ChangeAsync(string? group, long version, string json, bool replace = false)
    {
        var answer = await TryAsync(group, version, json, replace);
        Assert.Equal(SettingsRefusal.None, answer.Refusal);
        return answer.Report!;
    }
}
