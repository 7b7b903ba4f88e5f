using System.Globalization;
using System.Security;
using System.Text;

namespace Sems.Analysis.Plots;

/// <summary>Writes SVG: numbers the same in every culture, text escaped.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    /// <summary>Markup whose holes are numbers (two decimals) and texts (escaped).</summary>
    public void Add(FormattableString markup)
    {
        var arguments = markup.GetArguments().Select(a => a switch
        {
            double number => Number(number),
            int number => number.ToString(CultureInfo.InvariantCulture),
            string text => SecurityElement.Escape(text),
            null => "",
            _ => throw new ArgumentException($"{a.GetType()} cannot be written into SVG", nameof(markup)),
        }).ToArray<object?>();
        _text.Append(string.Format(CultureInfo.InvariantCulture, markup.Format, arguments)).Append('\n');
    }

    /// <summary>A line through points.</summary>
    public void Line(IReadOnlyList<(double X, double Y)> points, string style)
    {
        if (points.Count == 0) return;
        _text.Append("<polyline class=\"").Append(style).Append("\" points=\"");
        foreach (var (x, y) in points) _text.Append(Number(x)).Append(',').Append(Number(y)).Append(' ');
        _text.Append("\"/>\n");
    }

    public override string ToString() => _text.ToString();

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
