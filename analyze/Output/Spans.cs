using System.Globalization;

namespace Sems.Analyze.Output;

/// <summary>Times in English text.</summary>
internal static class Spans
{
    /// <summary>A place in a charge: 2:26:27 after its second 0.</summary>
    public static string Place(double seconds)
    {
        var whole = (long)Math.Round(Math.Abs(seconds));
        return string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? "-" : "")}{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}");
    }

    /// <summary>A length.</summary>
    public static string Length(double seconds)
    {
        var minutes = (long)Math.Round(Math.Abs(seconds) / 60);
        return (seconds < 0 ? "-" : "") + Math.Abs(seconds) switch
        {
            < 120 => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(seconds):0} s"),
            < 3570 => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            < 172_800 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60:00} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(seconds) / 86_400:0} days"),
        };
    }
}
