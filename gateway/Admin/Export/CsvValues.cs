using System.Globalization;
using Sems.Grains.Tariffs;

namespace Sems.Gateway.Admin.Export;

/// <summary>Values as a person reads them in a spreadsheet.</summary>
internal static class CsvValues
{
    /// <summary>An instant on China's clock.</summary>
    public static string? Time(DateTimeOffset? at) => at is { } instant ? ChinaTime.ToLocal(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null;

    /// <summary>Fen as yuan.</summary>
    public static string? Yuan(long? fen) => fen is { } money ? (money / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null;

    /// <summary>A number with so many decimals at most.</summary>
    public static string? Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture);
}
