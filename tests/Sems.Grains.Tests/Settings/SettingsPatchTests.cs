using System.Text.Json.Nodes;
using Sems.GrainInterfaces;
using Sems.Grains.Settings;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Tests.Settings;

public class SettingsPatchTests
{
    public static TheoryData<string> Fields => [.. SettingFields.All.Select(f => f.Path)];

    [Theory]
    [InlineData("""{"tariff":{"fen_per_hour":-1}}""", "tariff.fen_per_hour -1 WholeNumber 0 100000")]
    [InlineData("""{"tariff":{"fen_per_hour":100001}}""", "tariff.fen_per_hour 100001 WholeNumber 0 100000")]
    [InlineData("""{"tariff":{"fen_per_hour":0.5}}""", "tariff.fen_per_hour 0.5 WholeNumber 0 100000")]
    [InlineData("""{"tariff":{"fen_per_kwh":"60"}}""", "tariff.fen_per_kwh \"60\" WholeNumber 0 100000")]
    [InlineData("""{"tariff":{"cap_fen":"no"}}""", "tariff.cap_fen \"no\" WholeNumberOrNone 0 10000000000")]
    [InlineData("""{"tariff":{"cap_fen":-1}}""", "tariff.cap_fen -1 WholeNumberOrNone 0 10000000000")]
    [InlineData("""{"tariff":{"free_minutes":1441}}""", "tariff.free_minutes 1441 WholeNumber 0 1440")]
    [InlineData("""{"tariff":{"bands":{}}}""", "tariff.bands {} Bands 0 48")]
    [InlineData("""{"tariff":{"bands":[1]}}""", "tariff.bands[0] 1 NotAnObject  ")]
    [InlineData("""{"tariff":{"bands":[{"from":"8:00","to":"24:01"}]}}""", "tariff.bands[0].from \"8:00\" TimeOfDay  |tariff.bands[0].to \"24:01\" TimeOfDay  ")]
    [InlineData("""{"tariff":{"bands":[{"to":"08:00"}]}}""", "tariff.bands[0].from null TimeOfDay  ")]
    [InlineData("""{"tariff":{"bands":[{"from":"24:00","to":"08:00"}]}}""", "tariff.bands[0].from \"24:00\" TimeOfDay  ")]
    [InlineData("""{"tariff":{"bands":[{"from":"08:00","to":"08:00"}]}}""", "tariff.bands[0].to \"08:00\" EmptyBand  ")]
    [InlineData("""{"tariff":{"bands":[{"from":"08:00","to":"09:00","fen_per_hour":-1,"fen_per_kwh":null,"fen":1}]}}""",
        "tariff.bands[0].fen 1 Unknown  |tariff.bands[0].fen_per_hour -1 WholeNumber 0 100000|tariff.bands[0].fen_per_kwh null WholeNumber 0 100000")]
    [InlineData("""{"full":{"charging_a":0.04,"tail_a":21,"arming_samples":0,"tail_samples":101}}""",
        "full.charging_a 0.04 Number 0.05 20|full.tail_a 21 Number 0.01 20|full.arming_samples 0 WholeNumber 1 100|full.tail_samples 101 WholeNumber 1 100")]
    [InlineData("""{"rules":{"overtime_after_seconds":59}}""", "rules.overtime_after_seconds 59 WholeNumber 60 86400")]
    [InlineData("""{"rules":{"longest_charge_seconds":172801}}""", "rules.longest_charge_seconds 172801 WholeNumber 600 172800")]
    [InlineData("""{"rules":{"silence_after_seconds":19}}""", "rules.silence_after_seconds 19 WholeNumber 20 3600")]
    [InlineData("""{"rules":{"over_current":{"limit":100.1,"samples":61,"action":"Lock"}}}""",
        "rules.over_current.limit 100.1 Number 0.5 100|rules.over_current.samples 61 WholeNumber 1 60|rules.over_current.action \"Lock\" Action  ")]
    [InlineData("""{"rules":{"over_voltage":{"limit":99},"under_voltage":{"limit":401},"over_power":{"limit":49},"stray_current":{"limit":0},"tail_rise":{"limit":10.5}}}""",
        "rules.over_voltage.limit 99 Number 100 500|rules.under_voltage.limit 401 Number 50 400|rules.over_power.limit 49 Number 50 20000"
        + "|rules.stray_current.limit 0 Number 0.05 10|rules.tail_rise.limit 10.5 Number 0.1 10")]
    [InlineData("""{"rules":{"energy_counter":3}}""", "rules.energy_counter 3 Action  ")]
    [InlineData("""{"rules":{"over_current":{"limit":1e999}}}""", "rules.over_current.limit 1e999 Number 0.5 100")]
    [InlineData("""{"sessions_per_student":0,"arrears_limit_fen":true,"offline_after_seconds":9}""",
        "sessions_per_student 0 WholeNumber 1 100|arrears_limit_fen true WholeNumberOrNone 0 10000000000|offline_after_seconds 9 WholeNumber 10 86400")]
    [InlineData("""{"map":{"tile_url":5,"subdomains":"A","attribution":"<b>x</b>","coordinates":"bd09","max_zoom":23,"center_latitude":86,"center_longitude":"x","zoom":0}}""",
        "map.tile_url 5 TileUrl 0 500|map.subdomains \"A\" Letters 0 20|map.attribution \"<b>x</b>\" Text 0 200|map.coordinates \"bd09\" Word  "
        + "|map.max_zoom 23 WholeNumber 1 22|map.center_latitude 86 NumberOrNone -85 85|map.center_longitude \"x\" NumberOrNone -180 180|map.zoom 0 WholeNumber 1 22")]
    [InlineData("""{"tarif":{},"Tariff":{},"tariff":{"x":1},"full":3,"rules":{"over_current":5}}""",
        "tarif {} Unknown  |Tariff {} Unknown  |tariff.x 1 Unknown  |full 3 NotAnObject  |rules.over_current 5 NotAnObject  ")]
    [InlineData("""{"tariff.fen_per_hour":5}""", "tariff.fen_per_hour 5 Unknown  ")]
    [InlineData("""{"":5}""", " 5 Unknown  ")]
    [InlineData("[]", " [] NotAnObject  ")]
    [InlineData("null", " null NotAnObject  ")]
    [InlineData("{", " { NotJson  ")]
    [InlineData("""{"full":{},"full":{}}""", """ {"full":{},"full":{}} NotJson  """)]
    [InlineData("""{"rules":{"energy_counter":"\ud800"}}""", """ {"rules":{"energy_counter":"\ud800"}} NotJson  """)]
    [InlineData("""{"\ud800":1}""", """ {"\ud800":1} NotJson  """)]
    public void Every_fault_is_named_with_field_value_and_range(string json, string faults) => Assert.Equal(faults, Told(SettingsPatch.Read(json, ofStation: false).Faults));

    [Fact]
    public void More_bands_than_half_hours_are_too_many()
    {
        string Bands(int count) => """{"tariff":{"bands":[""" + string.Join(',', Enumerable.Repeat("""{"from":"08:00","to":"09:00"}""", count)) + "]}}";
        Assert.Empty(SettingsPatch.Read(Bands(48), false).Faults);
        Assert.Equal(SettingsFaultKind.Bands, Assert.Single(SettingsPatch.Read(Bands(49), false).Faults).Kind);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("https://tile.openstreetmap.org/{z}/{x}/{y}.png", true)]
    [InlineData("http://10.0.0.7:8080/{z}/{y}/{x}", true)]
    [InlineData("https://rt{s}.map.gtimg.com/tile?z={z}&x={x}&y={-y}&type=vector&styleid=3", true)]
    [InlineData("https://t{s}.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=k", true)]
    [InlineData("https://{s}.tiles.test/{z}/{x}/{y}{r}.png", true)]
    [InlineData("HTTPS://tiles.test/{z}/{x}/{y}", false)]
    [InlineData("https://tiles.test/{z}/{x}", false)]
    [InlineData("https://tiles.test/{z}/{x}/{y}/{-y}", false)]
    [InlineData("https://tiles.test/{z}/{x}/{y}?k={key}", false)]
    [InlineData("https://user:pw@tiles.test/{z}/{x}/{y}", false)]
    [InlineData("https://tiles.test/{z}/{x}/{y}\" onerror=\"alert(1)", false)]
    [InlineData("https://tiles.test/ {z}/{x}/{y}", false)]
    [InlineData("javascript:alert({z}{x}{y})", false)]
    [InlineData("data:text/html,{z}{x}{y}", false)]
    [InlineData("//tiles.test/{z}/{x}/{y}", false)]
    [InlineData("https:///{z}/{x}/{y}", false)]
    public void Pictures_of_a_map_come_from_the_web_or_from_nowhere(string url, bool good) => Assert.Equal(
        good, SettingsPatch.Read(new JsonObject { ["map"] = new JsonObject { ["tile_url"] = url } }.ToJsonString(), ofStation: false).Faults.Count == 0);

    [Theory]
    [InlineData("sessions_per_student", "2")]
    [InlineData("map", """{"zoom":9}""", "map.zoom 9")]
    [InlineData("arrears_limit_fen", "\"none\"")]
    [InlineData("arrears_limit_fen", "null")]
    public void What_is_the_campuss_is_not_set_for_a_station(string field, string value, string? shown = null)
    {
        var json = $$"""{"{{field}}":{{value}} }""";
        Assert.Equal($"{shown ?? $"{field} {value}"} CampusOnly  ", Told(SettingsPatch.Read(json, ofStation: true).Faults));
        Assert.Empty(SettingsPatch.Read(json, ofStation: false).Faults);
    }

    [Fact]
    public void A_long_value_is_cut() => Assert.Equal(61, Assert.Single(SettingsPatch.Read($$"""{"x":"{{new string('y', 1_000)}}"}""", false).Faults).Value.Length);

    /// <summary>A value for every field, each other than the default.</summary>
    [Fact]
    public void Every_field_makes_the_round_trip()
    {
        const string json = """
            {"tariff":{"fen_per_hour":61,"fen_per_kwh":70,"cap_fen":900,"free_minutes":15,
            "bands":[{"from":"22:00","to":"24:00","fen_per_hour":30,"fen_per_kwh":40},{"from":"23:30","to":"06:05","fen_per_hour":1,"fen_per_kwh":2}]},
            "full":{"charging_a":0.6,"tail_a":0.2,"arming_samples":7,"tail_samples":8},
            "rules":{"overtime_after_seconds":61,"longest_charge_seconds":601,"silence_after_seconds":21,
            "over_current":{"limit":11.5,"samples":4,"action":"alarm"},"over_voltage":{"limit":250,"samples":5,"action":"notice"},
            "under_voltage":{"limit":190,"samples":6,"action":"lock"},"over_power":{"limit":1500,"samples":7,"action":"alarm"},
            "stray_current":{"limit":0.4,"samples":8,"action":"notice"},"tail_rise":{"limit":0.7,"samples":9,"action":"alarm"},
            "current_surge":{"limit":31,"samples":4,"action":"notice"},"current_creep":{"limit":26,"samples":7,"action":"lock"},"taper_rise":{"limit":16,"samples":4,"action":"notice"},"oscillation":{"limit":13,"samples":6,"action":"lock"},
            "repeated_spikes":{"limit":31,"samples":4,"action":"notice"},"poor_contact":{"limit":14,"samples":4,"action":"lock"},"high_tail":{"limit":23,"samples":4,"action":"notice"},"no_taper":{"limit":11,"samples":7,"action":"lock"},
            "over_energy":{"limit":26,"samples":4,"action":"notice"},"unlike_usual":{"limit":36,"samples":7,"action":"lock"},"energy_counter":"lock"},
            "sessions_per_student":3,"arrears_limit_fen":"none","offline_after_seconds":90,
            "map":{"tile_url":"https://t{s}.tiles.test/{z}/{x}/{y}.png","subdomains":"123","attribution":"© 地图","coordinates":"gcj02","max_zoom":19,
            "center_latitude":31.48,"center_longitude":120.27,"zoom":17}}
            """;
        var settings = Over(json);
        var again = SettingsDocument.Describe(settings);
        Assert.Equal(json.ReplaceLineEndings(""), again);
        Assert.Equal(again, SettingsDocument.Describe(Over(again)));
        Assert.Equal(again, SettingsDocument.Empty.With(SettingsPatch.Read(json, false)).ToJson());
        var defaults = JsonNode.Parse(SettingsDocument.Describe(new ChargingSettings()))!;
        Assert.All(SettingFields.All, f => Assert.NotEqual(At(defaults, f.Path), At(JsonNode.Parse(again)!, f.Path)));

        Assert.Equal(new LimitRule(11.5, 4, RuleAction.Alarm), settings.Rules.OverCurrent);
        Assert.Equal(new TariffBand(23 * 60 + 30, 6 * 60 + 5, new Rate(1, 2)), settings.Tariff.Bands[1]);
        Assert.Equal((TimeSpan.FromSeconds(601), (long?)null, 900L), (settings.Rules.LongestCharge, settings.ArrearsLimitFen, settings.Tariff.CapFen));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_alone_changes_nothing_else(string path)
    {
        var all = JsonNode.Parse(SettingsDocument.Describe(new ChargingSettings()))!;
        var value = path switch
        {
            "tariff.free_minutes" or "tariff.fen_per_kwh" or "sessions_per_student" => "7", // the least is the default
            "tariff.bands" => """[{"from":"01:00","to":"02:00","fen_per_hour":1,"fen_per_kwh":1}]""",
            "map.tile_url" => "\"https://tiles.test/{z}/{x}/{y}\"",
            "map.coordinates" => "\"gcj02\"",
            "map.subdomains" or "map.attribution" => "\"abc\"",
            _ when At(all, path) is "\"notice\"" or "\"alarm\"" => "\"lock\"",
            _ when At(all, path) is "\"lock\"" => "\"alarm\"",
            _ when path.EndsWith(".samples", StringComparison.Ordinal) => "13",
            _ => SettingFields.Find(path)!.Check(0).FirstOrDefault() is { Least: { } least } ? $"{least}" : "0",
        };
        var parts = path.Split('.');
        var json = parts.Reverse().Aggregate(value, (inner, name) => $$"""{"{{name}}":{{inner}} }""");
        var after = JsonNode.Parse(SettingsDocument.Describe(Over(json)))!;
        Assert.Equal(path, Assert.Single(SettingFields.All, f => At(all, f.Path) != At(after, f.Path)).Path);
    }

    [Fact]
    public void A_patch_adds_replaces_and_takes_back()
    {
        var set = SettingsDocument.Empty;
        foreach (var (json, after) in new[]
        {
            ("""{"rules":{"over_current":{"limit":8},"energy_counter":"alarm"}}""", """{"rules":{"over_current":{"limit":8},"energy_counter":"alarm"}}"""),
            ("""{"rules":{"over_current":{"limit":9,"samples":5}},"offline_after_seconds":70}""",
                """{"rules":{"over_current":{"limit":9,"samples":5},"energy_counter":"alarm"},"offline_after_seconds":70}"""),
            ("""{"rules":{"over_current":{"limit":null}}}""", """{"rules":{"over_current":{"samples":5},"energy_counter":"alarm"},"offline_after_seconds":70}"""),
            ("{}", """{"rules":{"over_current":{"samples":5},"energy_counter":"alarm"},"offline_after_seconds":70}"""),
            ("""{"rules":{"over_current":null}}""", """{"rules":{"energy_counter":"alarm"},"offline_after_seconds":70}"""),
            ("""{"rules":null,"offline_after_seconds":null}""", "{}"),
        })
        {
            set = set.With(SettingsPatch.Read(json, false));
            Assert.Equal(after, set.ToJson());
        }
        Assert.True(set.IsEmpty);
    }

    [Fact]
    public void A_rate_a_band_leaves_out_is_the_tariffs_own() => Assert.Equal(
        [new TariffBand(0, 60, new Rate(80, 90)), new TariffBand(60, 120, new Rate(5, 90))],
        Over("""{"tariff":{"bands":[{"from":"00:00","to":"01:00"},{"from":"01:00","to":"02:00","fen_per_hour":5}],"fen_per_hour":80,"fen_per_kwh":90}}""").Tariff.Bands);

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"rules":{"over_current":{"samples":1}}}""", "rules.over_current.samples 1 LockNeedsTwo 2 60")]
    [InlineData("""{"rules":{"over_current":{"samples":1,"action":"alarm"}}}""", "")]
    [InlineData("""{"rules":{"stray_current":{"samples":1,"action":"lock"},"tail_rise":{"samples":1}}}""",
        "rules.stray_current.samples 1 LockNeedsTwo 2 60|rules.tail_rise.samples 1 LockNeedsTwo 2 60")]
    [InlineData("""{"full":{"tail_a":0.5}}""", "full.tail_a 0.5 NotBelow  0.5")]
    [InlineData("""{"rules":{"under_voltage":{"limit":253}}}""", "rules.under_voltage.limit 253 NotBelow  253")]
    [InlineData("""{"rules":{"under_voltage":{"limit":252.9}}}""", "")]
    [InlineData("""{"map":{"tile_url":"https://{s}.tiles.test/{z}/{x}/{y}"}}""", "map.subdomains \"\" Needed  ")]
    [InlineData("""{"map":{"tile_url":"https://{s}.tiles.test/{z}/{x}/{y}","subdomains":"abc"}}""", "")]
    [InlineData("""{"map":{"center_latitude":31}}""", "map.center_longitude none Needed  ")]
    [InlineData("""{"map":{"center_longitude":120,"center_latitude":31}}""", "")]
    [InlineData("""{"map":{"max_zoom":15}}""", "map.zoom 16 WholeNumber 1 15")]
    public void Settings_must_agree(string json, string faults) => Assert.Equal(faults, Told(SettingsAgreement.Faults(Over(json))));

    private static ChargingSettings Over(string json)
    {
        var patch = SettingsPatch.Read(json, ofStation: false);
        Assert.Empty(patch.Faults);
        return SettingsDocument.Empty.With(patch).Over(new ChargingSettings());
    }

    private static string At(JsonNode root, string path) => path.Split('.').Aggregate(root, (node, name) => node[name]!).ToJsonString();

    private static string Told(IEnumerable<SettingsFault> faults) =>
        string.Join('|', faults.Select(f => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{f.Field} {f.Value} {f.Kind} {f.Least} {f.Most}")));
}
