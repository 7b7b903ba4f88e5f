using System.Globalization;
using Microsoft.Extensions.Configuration;
using Sems.Grains.Settings;
using Sems.Grains.Tariffs;

namespace Sems.Silo;

/// <summary>
/// Reads the campus's rules from configuration: <c>Charging:SessionsPerStudent</c>, <c>Charging:ArrearsLimitFen</c> (empty for
/// no limit), <c>Charging:Tariff:{FenPerHour,FenPerKwh,CapFen,FreeMinutes}</c> and
/// <c>Charging:Tariff:Bands:N:{From,To,FenPerHour,FenPerKwh}</c> with times as HH:mm, Asia/Shanghai.
/// </summary>
public static class ChargingSettingsReader
{
    /// <summary>Reads and checks the rules.</summary>
    /// <exception cref="FormatException">A value is not understood or out of range; the message names it.</exception>
    public static ChargingSettings Read(IConfigurationSection section)
    {
        var settings = new ChargingSettings();
        settings = settings with
        {
            SessionsPerStudent = (int)(Number(section, "SessionsPerStudent", 1, 100) ?? settings.SessionsPerStudent),
            ArrearsLimitFen = section["ArrearsLimitFen"] is "" ? null : Number(section, "ArrearsLimitFen", 0, long.MaxValue) ?? settings.ArrearsLimitFen,
            Tariff = ReadTariff(section.GetSection("Tariff")),
        };
        return settings;
    }

    private static Tariff ReadTariff(IConfigurationSection section)
    {
        var tariff = new Tariff
        {
            Base = ReadRate(section, Tariff.Default.Base),
            CapFen = Number(section, "CapFen", 0, long.MaxValue),
            FreeMinutes = (int)(Number(section, "FreeMinutes", 0, 1440) ?? 0),
        };
        tariff = tariff with { Bands = [.. section.GetSection("Bands").GetChildren().Select(b => ReadBand(b, tariff.Base))] };
        return tariff.Fault() is { } fault ? throw new FormatException($"{section.Path}: {fault}") : tariff;
    }

    private static TariffBand ReadBand(IConfigurationSection section, Rate rest) =>
        new(Minute(section, "From"), Minute(section, "To"), ReadRate(section, rest));

    private static Rate ReadRate(IConfigurationSection section, Rate rest) =>
        new(Number(section, "FenPerHour", 0, Rate.Most) ?? rest.FenPerHour, Number(section, "FenPerKwh", 0, Rate.Most) ?? rest.FenPerKwh);

    private static int Minute(IConfigurationSection section, string name)
    {
        var text = section[name];
        if (text == "24:00") return 1440;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time.Hour * 60) + time.Minute
            : throw new FormatException($"{section.Path}:{name} must be a time HH:mm, it is '{text}'");
    }

    private static long? Number(IConfigurationSection section, string name, long least, long most)
    {
        if (section[name] is not { } text) return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FormatException($"{section.Path}:{name} must be a whole number from {least} to {most}, it is '{text}'");
    }
}
