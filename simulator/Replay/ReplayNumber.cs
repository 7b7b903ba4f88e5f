using System.Globalization;
using System.Text.RegularExpressions;

namespace Sems.Simulator.Replay;

/// <summary>Numbers of a recording: they are sent as JSON, so they must be written as JSON writes numbers.</summary>
public static partial class ReplayNumber
{
    /// <summary>Whether the text is a JSON number that fits.</summary>
    public static bool IsValid(string text) =>
        JsonNumber().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>The number a valid text stands for.</summary>
    /// <exception cref="FormatException">It is not a number.</exception>
    public static decimal Parse(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumber();
}
