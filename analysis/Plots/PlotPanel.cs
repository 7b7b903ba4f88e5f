using Sems.Analysis.Charging;

namespace Sems.Analysis.Plots;

/// <summary>One quantity over time: its axis with units, its line with its gaps.</summary>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="Style">The class of its line.</param>
/// <param name="Weight">Its share of the height.</param>
/// <param name="Values">Its readings.</param>
/// <param name="FromZero">The axis begins at 0.</param>
internal sealed record PlotPanel(string Name, string Style, double Weight, IReadOnlyList<(long AtMs, double Value)> Values, bool FromZero)
{
    private const int MostPoints = 1500;

    /// <summary>A second line, with its style, on the same axis; null when there is none.</summary>
    public (string Style, IReadOnlyList<(long AtMs, double Value)> Values)? Second { get; init; }

    /// <summary>What the lines are, when there are two.</summary>
    public IReadOnlyList<(string Style, string Word)> Keys { get; init; } = [];

    /// <summary>Draws axis and lines between two heights.</summary>
    public void Draw(SvgText svg, PlotFrame frame, double top, double bottom, IReadOnlySet<long> gaps)
    {
        var all = Values.Concat(Second?.Values ?? []).Select(v => v.Value).ToList();
        var (low, high, step) = Scale(all, bottom - top);
        double Y(double value) => bottom - ((bottom - top) * (value - low) / (high - low));

        for (var tick = 0; low + (tick * step) <= high + (step / 1000); tick++)
        {
            var value = low + (tick * step);
            var y = Y(value);
            svg.Add($"<line class=\"grid\" x1=\"{PlotFrame.Left}\" x2=\"{PlotFrame.Right}\" y1=\"{y}\" y2=\"{y}\"/>");
            svg.Add($"<text class=\"tick\" text-anchor=\"end\" x=\"{PlotFrame.Left - 8}\" y=\"{y + 4.5}\">{AxisTicks.Label(value, step)}</text>");
        }

        svg.Add($"<text class=\"axis\" text-anchor=\"middle\" transform=\"translate({PlotFrame.Left - 50} {(top + bottom) / 2}) rotate(-90)\">{Name}</text>");
        if (Second is { } second) Lines(svg, frame, second.Values, second.Style, gaps, Y);
        Lines(svg, frame, Values, Style, gaps, Y);
        svg.Add($"<rect class=\"frame\" x=\"{PlotFrame.Left}\" y=\"{top}\" width=\"{PlotFrame.Right - PlotFrame.Left}\" height=\"{bottom - top}\"/>");
        var x = PlotFrame.Left + 12;
        foreach (var (style, word) in Keys)
        {
            svg.Add($"<line class=\"{style}\" x1=\"{x}\" x2=\"{x + 22}\" y1=\"{top + 14}\" y2=\"{top + 14}\"/><text class=\"key\" x=\"{x + 28}\" y=\"{top + 18.5}\">{word}</text>");
            x += 46 + (13 * word.Length);
        }
    }

    private (double Low, double High, double Step) Scale(List<double> values, double height)
    {
        var (least, most) = values.Count == 0 ? (0, 1) : (values.Min(), values.Max());
        if (FromZero) least = Math.Min(0, least > -0.02 * Math.Abs(most) ? 0 : least);
        if (most - least < 1e-6 * Math.Max(1, Math.Abs(most))) (least, most) = FromZero ? (least, least + 1) : (least - 0.5, most + 0.5); // a level line lies in the middle
        var step = AxisTicks.Step(most - least, Math.Max(2, (int)(height / 36)));
        return (Math.Floor((least / step) + 1e-9) * step, Math.Ceiling((most + (0.02 * (most - least))) / step) * step, step);
    }

    private static void Lines(SvgText svg, PlotFrame frame, IReadOnlyList<(long AtMs, double Value)> values, string style, IReadOnlySet<long> gaps, Func<double, double> y)
    {
        var run = new List<(long AtMs, double Value)>();
        for (var i = 0; i < values.Count; i++)
        {
            run.Add(values[i]);
            if (i + 1 < values.Count && !gaps.Contains(values[i].AtMs)) continue;
            svg.Line([.. Downsampling.LargestTriangles(run, MostPoints, p => p.AtMs, p => p.Value).Select(p => (frame.X(p.AtMs), y(p.Value)))], style);
            run = [];
        }
    }
}
