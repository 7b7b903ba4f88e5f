using Sems.Analysis.Danger;
using Sems.Analysis.Reports;

namespace Sems.Analysis.Plots;

/// <summary>Findings as numbers over the curve, and in words under it.</summary>
internal sealed class FindingMarks(ChargeReport report, PlotTitle title)
{
    /// <summary>So many are told in words; what is left is counted.</summary>
    private const int MostTold = 10;
    private const double RowHeight = 20;
    private const double Radius = 9;

    private readonly IReadOnlyList<CurveFinding> _told = [.. report.Findings.OrderByDescending(f => f.Severity).ThenBy(f => f.AtMs).Take(MostTold).OrderBy(f => f.AtMs)];

    /// <summary>Rows under the picture, two columns where they fit.</summary>
    private int Rows => Math.Max(1, _told.Count > 4 ? (_told.Count + 1) / 2 : _told.Count);

    /// <summary>The height of the words.</summary>
    public double Height => _told.Count == 0 ? 22 : 30 + (Rows * RowHeight);

    /// <summary>How many numbers lie over each other at most, above the curve.</summary>
    public int Lanes { get; private set; } = 1;

    /// <summary>Places the numbers so that none covers another.</summary>
    public IReadOnlyList<(double X, int Lane)> Place(PlotFrame frame)
    {
        var ends = new List<double>();
        var places = new List<(double X, int Lane)>();
        foreach (var finding in _told)
        {
            var x = Math.Clamp(frame.X(finding.AtMs), PlotFrame.Left, PlotFrame.Right);
            var lane = ends.FindIndex(end => x - end >= (2 * Radius) + 2);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(x);
            }
            else ends[lane] = x;
            places.Add((x, lane));
        }

        Lanes = Math.Max(1, ends.Count);
        return places;
    }

    public void DrawMarks(SvgText svg, IReadOnlyList<(double X, int Lane)> places, double top, double bottom)
    {
        for (var i = 0; i < places.Count; i++)
        {
            var y = top - 14 - (places[i].Lane * ((2 * Radius) + 3));
            var color = Look(_told[i].Severity).Color;
            svg.Add($"<line class=\"seen\" stroke=\"{color}\" x1=\"{places[i].X}\" x2=\"{places[i].X}\" y1=\"{y + Radius}\" y2=\"{bottom}\"/>");
            Number(svg, places[i].X, y, i, color);
        }
    }

    public void DrawWords(SvgText svg, double top)
    {
        svg.Add($"<text class=\"band\" x=\"{PlotFrame.Left}\" y=\"{top + 12}\">发现</text>");
        if (_told.Count == 0) svg.Add($"<text class=\"what\" x=\"{PlotFrame.Left + 44}\" y=\"{top + 12}\">没有异常。</text>");
        var left = report.Findings.Count - _told.Count;
        if (left > 0) svg.Add($"<text class=\"what\" x=\"{PlotFrame.Left + 44}\" y=\"{top + 12}\">另有 {left} 项，见 ./sems analyze 的输出。</text>");
        var wide = (PlotFrame.Right - PlotFrame.Left + 24) / 2;
        for (var i = 0; i < _told.Count; i++)
        {
            var x = PlotFrame.Left + (i / Rows * wide);
            var y = top + 34 + (i % Rows * RowHeight);
            var look = Look(_told[i].Severity);
            Number(svg, x + Radius, y - 4.5, i, look.Color);
            svg.Add($"<text class=\"small\" x=\"{x + 26}\" y=\"{y}\">{look.Word}</text>");
            svg.Add($"<text class=\"small\" x=\"{x + 60}\" y=\"{y}\">{PlotWords.Moment(title, _told[i].AtMs)}</text>");
            svg.Add($"<text class=\"what\" x=\"{x + 124}\" y=\"{y}\">{_told[i].Message}</text>");
        }
    }

    private static void Number(SvgText svg, double x, double y, int index, string color)
    {
        svg.Add($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{Radius}\" fill=\"{color}\"/>");
        svg.Add($"<text class=\"mark\" text-anchor=\"middle\" x=\"{x}\" y=\"{y + 4.3}\">{index + 1}</text>");
    }

    private static (string Word, string Color) Look(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Danger => ("危险", "#b3261e"),
        FindingSeverity.Warning => ("注意", "#a8590a"),
        _ => ("提示", "#51606f"),
    };
}
