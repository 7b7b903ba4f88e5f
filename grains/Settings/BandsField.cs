using System.Globalization;
using System.Text.Json.Nodes;
using Sems.GrainInterfaces;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Settings;

/// <summary>The tariff's time-of-use bands: set as a whole. A rate that a band leaves out is the tariff's own at the time it is set in force.</summary>
internal sealed class BandsField() : SettingField("tariff.bands", campusOnly: false)
{
    /// <summary>A band for every half hour.</summary>
    public const int Most = 48;

    private static readonly string[] Rates = ["fen_per_hour", "fen_per_kwh"];
    private static readonly string[] Names = ["from", "to", .. Rates];

    public override IEnumerable<SettingsFault> Check(JsonNode value)
    {
        if (value is not JsonArray { Count: <= Most } bands) return [new(Path, Shorten(value), SettingsFaultKind.Bands, 0, Most)];
        return bands.SelectMany((band, i) => Check(band, $"{Path}[{i}]"));
    }

    public override ChargingSettings Apply(ChargingSettings under, JsonNode value)
    {
        var rest = under.Tariff.Base;
        return under with { Tariff = under.Tariff with { Bands = [.. value.AsArray().Select(b => Band(b!.AsObject(), rest))] } };
    }

    public override JsonNode Show(ChargingSettings settings) => new JsonArray([.. settings.Tariff.Bands.Select(b => new JsonObject
    {
        ["from"] = Time(b.FromMinute),
        ["to"] = Time(b.ToMinute),
        ["fen_per_hour"] = b.Rate.FenPerHour,
        ["fen_per_kwh"] = b.Rate.FenPerKwh,
    })]);

    private static IEnumerable<SettingsFault> Check(JsonNode? band, string path)
    {
        if (band is not JsonObject given) return [new(path, Shorten(band), SettingsFaultKind.NotAnObject)];
        var faults = given.Where(f => !Names.Contains(f.Key)).Select(f => new SettingsFault($"{path}.{Shorten(f.Key)}", Shorten(f.Value), SettingsFaultKind.Unknown)).ToList();
        var from = Minute(given["from"], isEnd: false);
        var to = Minute(given["to"], isEnd: true);
        if (from is null) faults.Add(new(path + ".from", Shorten(given["from"]), SettingsFaultKind.TimeOfDay));
        if (to is null) faults.Add(new(path + ".to", Shorten(given["to"]), SettingsFaultKind.TimeOfDay));
        else if (from == to) faults.Add(new(path + ".to", Shorten(given["to"]), SettingsFaultKind.EmptyBand));
        faults.AddRange(Rates.Where(r => given.ContainsKey(r) && !IsWhole(given[r], 0, Rate.Most, out _))
            .Select(r => new SettingsFault($"{path}.{r}", Shorten(given[r]), SettingsFaultKind.WholeNumber, 0, Rate.Most)));
        return faults;
    }

    private static TariffBand Band(JsonObject band, Rate rest) => new(
        Minute(band["from"], isEnd: false)!.Value, Minute(band["to"], isEnd: true)!.Value,
        new Rate(band["fen_per_hour"]?.GetValue<long>() ?? rest.FenPerHour, band["fen_per_kwh"]?.GetValue<long>() ?? rest.FenPerKwh));

    private static int? Minute(JsonNode? value, bool isEnd)
    {
        if (!IsWord(value, out var text)) return null;
        if (isEnd && text == "24:00") return 1440;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time.Hour * 60) + time.Minute
            : null;
    }

    private static string Time(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
