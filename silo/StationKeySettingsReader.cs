using System.Globalization;
using Microsoft.Extensions.Configuration;
using Sems.Grains.Settings;

namespace Sems.Silo;

/// <summary>Reads <c>Service:KeyOverlapHours</c>, 0 to 720, from configuration.</summary>
public static class StationKeySettingsReader
{
    private const string Name = "Service:KeyOverlapHours";

    /// <summary>Reads and checks it.</summary>
    /// <exception cref="FormatException">The value is not understood or out of range.</exception>
    public static StationKeySettings Read(IConfiguration configuration)
    {
        if (configuration[Name] is not { } text) return StationKeySettings.Default;
        var most = StationKeySettings.Longest.TotalHours;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours <= most
            ? new StationKeySettings(TimeSpan.FromHours(hours))
            : throw new FormatException($"{Name} must be a number from 0 to {most}, it is '{text}'");
    }
}
