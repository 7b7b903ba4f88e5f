using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Sems.Silo.Metrics;

/// <summary>How often a silo tells its numbers.</summary>
/// <param name="Time">0.1 to 5 s: three reports must fit into <see cref="Grains.Cluster.ClusterBook.GoneAfter"/>.</param>
internal sealed record ReportPeriod(TimeSpan Time)
{
    private const string Setting = "Metrics:ReportSeconds";
    private const double Least = 0.1;
    private const double Most = 5;

    /// <summary>Reads the setting Metrics:ReportSeconds; 5 s without one.</summary>
    /// <exception cref="FormatException">It is not understood or out of range.</exception>
    public static ReportPeriod Read(IConfiguration configuration)
    {
        var text = configuration[Setting];
        if (string.IsNullOrWhiteSpace(text)) return new(TimeSpan.FromSeconds(Most));
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= Least and <= Most
            ? new(TimeSpan.FromSeconds(seconds))
            : throw new FormatException($"The setting {Setting} must be a number from 0.1 to 5, it is '{text}'");
    }
}
