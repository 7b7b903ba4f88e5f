using Sems.Analysis.Charging;
using Sems.Analysis.Energy;
using Sems.Analysis.Reports;

namespace Sems.Analysis.Plots;

/// <summary>What is drawn of a charge: its current, and what else was measured.</summary>
internal static class ChargePanels
{
    /// <summary>A counter that shows more than so many times the energy would flatten everything: it is not drawn.</summary>
    private const double MostShown = 5;

    public static IReadOnlyList<PlotPanel> Of(ChargeReport report)
    {
        var points = report.Curve.Points;
        var panels = new List<PlotPanel> { new("电流 (A)", "current", 2.2, [.. points.Select(p => (p.AtMs, p.CurrentA))], true) };
        Add("功率 (W)", "power", p => p.PowerW, true);
        Add("电压 (V)", "voltage", p => p.VoltageV, false);
        panels.Add(Energy(report));
        return panels;

        void Add(string name, string style, Func<CurvePoint, double?> value, bool fromZero)
        {
            var values = points.Where(p => value(p) is not null).Select(p => (p.AtMs, value(p)!.Value)).ToList();
            if (values.Count > 1) panels.Add(new PlotPanel(name, style, 1, values, fromZero));
        }
    }

    /// <summary>The energy as it grew; beside it what the counter showed, where that is something else.</summary>
    private static PlotPanel Energy(ChargeReport report)
    {
        var points = report.Curve.Points;
        var inKwh = report.Energy.Wh >= 100;
        var trace = PowerTrace.Of(points);
        var all = trace.Between(0, points.Count - 1);
        var scale = all > 0 ? report.Energy.Wh / all / (inKwh ? 1000 : 1) : 0;
        var grown = points.Select((p, i) => (p.AtMs, trace.Between(0, i) * scale)).ToList();
        var panel = new PlotPanel(inKwh ? "电量 (kWh)" : "电量 (Wh)", "energy", 1.1, grown, true);
        if (report.Energy.Faults.Count == 0) return panel;

        var counter = points.Where(p => p.CounterKwh is not null).Select(p => (p.AtMs, Kwh: p.CounterKwh!.Value)).ToList();
        var shown = counter.Select(c => (c.AtMs, (c.Kwh - counter[0].Kwh) * (inKwh ? 1 : 1000))).ToList();
        if (shown.Count < 2 || shown.Max(s => Math.Abs(s.Item2)) > MostShown * grown[^1].Item2) return panel;
        return panel with { Second = ("counter", shown), Keys = [("energy", "核算的电量"), ("counter", "电表显示的增量")] };
    }
}
