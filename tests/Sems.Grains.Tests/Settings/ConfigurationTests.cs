using Microsoft.Extensions.Configuration;
using Sems.Grains.Settings;
using Sems.Silo;

namespace Sems.Grains.Tests.Settings;

/// <summary>What the configuration gives the settings made at run time to stand on.</summary>
public class ConfigurationTests
{
    [Fact]
    public void Nothing_configured_is_the_default() =>
        Assert.Equal(SettingsDocument.Describe(new ChargingSettings()), SettingsDocument.Describe(Read()));

    [Fact]
    public void A_part_can_be_configured_in_upper_or_lower_case() => Assert.StartsWith(
        """{"tariff":{"fen_per_hour":60,"fen_per_kwh":0,"cap_fen":"none","free_minutes":5,"bands":[{"from":"22:00","to":"24:00","fen_per_hour":30,"fen_per_kwh":0}]},"full":{"charging_a":0.5,"tail_a":0.25,""",
        SettingsDocument.Describe(Read(
            ("Tariff:FenPerHour", "60"), ("TARIFF:FREEMINUTES", "5"), ("Tariff:CapFen", ""), ("Tariff:Bands:0:From", "22:00"), ("Tariff:Bands:0:TO", "24:00"),
            ("Tariff:Bands:0:FenPerHour", "30"), ("full:taila", "0.25"))));

    [Fact]
    public void Rules_and_limits_can_be_configured()
    {
        var settings = Read(
            ("Rules:OverCurrent:Limit", "8.5"), ("Rules:OverCurrent:Samples", "4"), ("Rules:OverCurrent:Action", "alarm"), ("Rules:OvertimeAfterSeconds", "600"),
            ("Rules:EnergyCounter", "alarm"), ("ArrearsLimitFen", ""), ("SessionsPerStudent", "2"), ("OfflineAfterSeconds", "90"));
        Assert.Equal(new LimitRule(8.5, 4, RuleAction.Alarm), settings.Rules.OverCurrent);
        Assert.Equal((TimeSpan.FromMinutes(10), RuleAction.Alarm), (settings.Rules.OvertimeAfter, settings.Rules.EnergyCounter));
        Assert.Equal(((long?)null, 2, TimeSpan.FromSeconds(90)), (settings.ArrearsLimitFen, settings.SessionsPerStudent, settings.OfflineAfter));
    }

    [Fact]
    public void The_map_can_be_configured_and_its_words_are_words_though_they_look_like_numbers()
    {
        var map = Read(
            ("Map:TileUrl", "https://t{s}.tiles.test/{z}/{x}/{y}"), ("Map:Subdomains", "01234567"), ("Map:Attribution", "2026"), ("Map:Coordinates", "gcj02"),
            ("Map:CenterLatitude", "31.48"), ("Map:CenterLongitude", "120.27"), ("Map:MaxZoom", "17")).Map;
        Assert.Equal(
            new MapSettings
            {
                TileUrl = "https://t{s}.tiles.test/{z}/{x}/{y}",
                Subdomains = "01234567",
                Attribution = "2026",
                Coordinates = "gcj02",
                CenterLatitude = 31.48,
                CenterLongitude = 120.27,
                MaxZoom = 17,
            },
            map);
        Assert.Equal(MapSettings.Default, Read(("Map:TileUrl", ""), ("Map:Attribution", ""), ("Map:CenterLatitude", "")).Map);
    }

    [Theory]
    [InlineData("Map:TileUrl", "ftp://tiles.test/{z}/{x}/{y}", "Charging:Map:TileUrl must be empty, or an http or https address of at most 500 characters with {z}, {x} and {y} (or {-y}), it is \"ftp://tiles.test/{z}/{x}/{y}\"")]
    [InlineData("Map:Coordinates", "", "Charging:Map:Coordinates must be one of wgs84, gcj02, it is \"\"")]
    [InlineData("Tariff:FenPerHour", "-1", "Charging:Tariff:FenPerHour must be a whole number from 0 to 100000, it is -1")]
    [InlineData("Tariff:FenPerHour", "much", "Charging:Tariff:FenPerHour must be a whole number from 0 to 100000, it is \"much\"")]
    [InlineData("Tariff:FenPerHour", "", "Charging:Tariff:FenPerHour must be a whole number from 0 to 100000, it is \"\"")]
    [InlineData("Tariff:Bands:0:From", "08:00", "Charging:Tariff:Bands:0:To must be a time HH:mm, it is null")]
    [InlineData("Tariff:Bands:0:Price", "8", "Charging:Tariff:Bands:0:Price is not a setting, it is 8")]
    [InlineData("Tariff:Fen", "8", "Charging:Tariff:Fen is not a setting, it is 8")]
    [InlineData("Rules:OverCurrent:Samples", "1", "Charging:Rules:OverCurrent:Samples must be 2 at least, for the action is lock, it is 1")]
    [InlineData("Full:TailA", "0.6", "Charging:Full:TailA must be below full.charging_a, 0.5, it is 0.6")]
    public void What_is_wrong_is_named(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Read((key, value))).Message);

    private static ChargingSettings Read(params (string Key, string Value)[] given) => ChargingSettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(given.ToDictionary(g => "Charging:" + g.Key, g => (string?)g.Value)).Build().GetSection("Charging"));
}
