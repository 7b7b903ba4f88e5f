using Sems.Analysis.Charging;
using Sems.Analysis.Phases;
using Sems.Analysis.Reports;

namespace Sems.Analysis.Plots;

/// <summary>
/// A charge on a sheet of A4 across, as SVG: current, and power, voltage and energy where they are known, over the phases; gaps as gaps; what was found as numbers
/// with words below. Text stays text.
/// </summary>
public static class ChargePlot
{
    private const double PanelGap = 20;
    private const double HeadHeight = 128;
    private const double AxisHeight = 46;
    private const double LaneHeight = 21;
    private const double Margin = 22;

    /// <summary>Draws a charge.</summary>
    /// <param name="report">What is known of it, with one reading or more.</param>
    /// <param name="title">What it is called.</param>
    public static string Draw(ChargeReport report, PlotTitle title)
    {
        var points = report.Curve.Points;
        var marks = new FindingMarks(report, title);
        var frame = new PlotFrame(points[0].AtMs, Math.Max(points[^1].AtMs, points[0].AtMs + 60_000), 0, 0);
        var places = marks.Place(frame);
        frame = frame with { Top = HeadHeight + (places.Count == 0 ? 0 : 6 + (marks.Lanes * LaneHeight)), Bottom = PlotFrame.Height - Margin - marks.Height - AxisHeight };

        var svg = new SvgText();
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"297mm\" height=\"210mm\" viewBox=\"0 0 {PlotFrame.Width} {PlotFrame.Height}\" role=\"img\" lang=\"zh-CN\">");
        svg.Add($"<title>{title.Name}</title><style>{PlotStyle.Css}</style>");
        svg.Add($"<defs><pattern id=\"silent\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" fill=\"#fff\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\" stroke=\"#8a94a0\" stroke-width=\"1.6\"/></pattern></defs>");
        svg.Add($"<rect width=\"{PlotFrame.Width}\" height=\"{PlotFrame.Height}\" fill=\"#fff\"/>");
        Head(svg, report, title);
        Bands(svg, report, frame);
        Panels(svg, report, frame);
        Times(svg, title, frame);
        if (points.Count < 2) Nothing(svg, frame);
        marks.DrawMarks(svg, places, frame.Top, frame.Bottom);
        marks.DrawWords(svg, frame.Bottom + AxisHeight + 4);
        svg.Add($"</svg>");
        return svg.ToString();
    }

    private static void Head(SvgText svg, ChargeReport report, PlotTitle title)
    {
        var points = report.Curve.Points;
        var seconds = (points[^1].AtMs - points[0].AtMs) / 1000d;
        var start = title.Began is { } began ? began + " 起，" : "";
        var side = report.Features.Side == ChargeSide.Mains ? "在市电侧测量" : "在电池侧测量";
        svg.Add($"<text class=\"title\" x=\"{PlotFrame.Left}\" y=\"52\">充电曲线　{title.Name}</text>");
        svg.Add($"<text class=\"sub\" x=\"{PlotFrame.Left}\" y=\"78\">{start}{PlotWords.Duration(seconds)}，{points.Count} 个采样，{side}</text>");
        svg.Add($"<text class=\"big\" text-anchor=\"end\" x=\"{PlotFrame.Right}\" y=\"54\">{PlotWords.Energy(report.Energy.Wh)}</text>");
        var energy = PlotWords.Text($"{PlotWords.Source(report.Energy.Source)}，九成可能在 {PlotWords.Interval(report.Energy)}，{report.ChargeAh:0.00} Ah");
        svg.Add($"<text class=\"sub\" text-anchor=\"end\" x=\"{PlotFrame.Right}\" y=\"78\">{energy}</text>");
        Legend(svg, report);
    }

    private static void Legend(SvgText svg, ChargeReport report)
    {
        var x = PlotFrame.Left;
        foreach (var phase in report.Phases.GroupBy(p => p.Phase))
        {
            var look = PhaseLook.Of(phase.Key);
            Entry(look.Color, look.Word, phase.Sum(p => p.ToMs - p.FromMs) / 1000d);
        }

        var silent = report.Curve.Faults.Where(f => f.Kind == CurveFaultKind.Silence).Sum(f => f.Seconds);
        if (silent > 0) Entry("url(#silent)", "没有采样", silent);

        void Entry(string fill, string word, double seconds)
        {
            var text = $"{word} {PlotWords.Duration(seconds)}";
            svg.Add($"<rect x=\"{x}\" y=\"96\" width=\"20\" height=\"14\" fill=\"{fill}\" stroke=\"#1d2630\" stroke-opacity=\".35\"/>");
            svg.Add($"<text class=\"key\" x=\"{x + 27}\" y=\"108\">{text}</text>");
            x += 27 + text.Sum(c => c > 255 ? 13 : 6.4) + 22;
        }
    }

    private static void Bands(SvgText svg, ChargeReport report, PlotFrame frame)
    {
        for (var i = 0; i < report.Phases.Count; i++)
        {
            var span = report.Phases[i];
            var (from, to) = (frame.X(span.FromMs), frame.X(span.ToMs));
            svg.Add($"<rect x=\"{from}\" y=\"{frame.Top}\" width=\"{Math.Max(0.5, to - from)}\" height=\"{frame.Bottom - frame.Top}\" fill=\"{PhaseLook.Of(span.Phase).Color}\"/>");
            if (i > 0 && report.Phases[i - 1].Phase != span.Phase) svg.Add($"<line class=\"edge\" x1=\"{from}\" x2=\"{from}\" y1=\"{frame.Top}\" y2=\"{frame.Bottom}\"/>");
        }

        foreach (var gap in report.Curve.Faults.Where(f => f.Kind == CurveFaultKind.Silence))
        {
            var from = frame.X(gap.AtMs);
            var width = Math.Max(1, frame.X(gap.AtMs + (long)(gap.Seconds * 1000)) - from);
            svg.Add($"<rect x=\"{from}\" y=\"{frame.Top}\" width=\"{width}\" height=\"{frame.Bottom - frame.Top}\" fill=\"url(#silent)\"/>");
        }
    }

    private static void Panels(SvgText svg, ChargeReport report, PlotFrame frame)
    {
        var panels = ChargePanels.Of(report);
        var gaps = report.Curve.Faults.Where(f => f.Kind is CurveFaultKind.Silence or CurveFaultKind.ClockLeap).Select(f => f.AtMs).ToHashSet();
        var height = frame.Bottom - frame.Top - (PanelGap * (panels.Count - 1));
        var top = frame.Top;
        foreach (var panel in panels)
        {
            var bottom = top + (height * panel.Weight / panels.Sum(p => p.Weight));
            if (top > frame.Top) svg.Add($"<rect x=\"{PlotFrame.Left - 2}\" y=\"{top - PanelGap}\" width=\"{PlotFrame.Right - PlotFrame.Left + 4}\" height=\"{PanelGap}\" fill=\"#fff\"/>");
            panel.Draw(svg, frame, top, bottom, gaps);
            if (top == frame.Top) Words(svg, report, frame, top, bottom);
            top = bottom + PanelGap;
        }
    }

    /// <summary>Who sees no line is told why.</summary>
    private static void Nothing(SvgText svg, PlotFrame frame) =>
        svg.Add($"<text class=\"band\" text-anchor=\"middle\" x=\"{(PlotFrame.Left + PlotFrame.Right) / 2}\" y=\"{frame.Top + 80}\">只有一个采样，画不出曲线</text>");

    /// <summary>Phases in words, in the first panel where they are wide enough: at its foot under a high current, at its head over a low one.</summary>
    private static void Words(SvgText svg, ChargeReport report, PlotFrame frame, double top, double bottom)
    {
        var most = report.Curve.Points.Max(p => p.CurrentA);
        foreach (var phase in Joined(report.Phases))
        {
            var word = PhaseLook.Of(phase.Phase).Word;
            var (from, to) = (frame.X(phase.FromMs), frame.X(phase.ToMs));
            if (to - from < (15 * word.Length) + 8) continue;
            var middle = report.Curve.Points.FirstOrDefault(p => p.AtMs >= (phase.FromMs + phase.ToMs) / 2).CurrentA;
            svg.Add($"<text class=\"band\" text-anchor=\"middle\" x=\"{(from + to) / 2}\" y=\"{(middle > most / 2 ? bottom - 12 : top + 24)}\">{word}</text>");
        }
    }

    /// <summary>Phases that go on after a silence are one.</summary>
    private static IEnumerable<PhaseSpan> Joined(IReadOnlyList<PhaseSpan> phases)
    {
        for (var i = 0; i < phases.Count; i++)
        {
            var first = i;
            while (i + 1 < phases.Count && phases[i + 1].Phase == phases[first].Phase) i++;
            yield return phases[first] with { ToMs = phases[i].ToMs };
        }
    }

    private static void Times(SvgText svg, PlotTitle title, PlotFrame frame)
    {
        var step = AxisTicks.TimeStepMs(frame.ToMs - frame.FromMs, 14);
        var first = title.OriginMs + ((frame.FromMs - title.OriginMs + step - 1) / step * step);
        for (var at = first; at <= frame.ToMs; at += step)
        {
            var x = frame.X(at);
            svg.Add($"<line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"{frame.Top}\" y2=\"{frame.Bottom + 5}\"/>");
            svg.Add($"<text class=\"tick\" text-anchor=\"middle\" x=\"{x}\" y=\"{frame.Bottom + 20}\">{PlotWords.Moment(title, at, seconds: false)}</text>");
        }

        svg.Add($"<text class=\"axis\" text-anchor=\"middle\" x=\"{(PlotFrame.Left + PlotFrame.Right) / 2}\" y=\"{frame.Bottom + 40}\">时间（小时:分）</text>");
    }
}
