using System.Globalization;
using System.Text;
using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Energy;
using Sems.Analysis.Reports;
using Sems.Analyze.Files;

namespace Sems.Analyze.Output;

/// <summary>What a charge says, for people.</summary>
internal static class ChargeTable
{
    public static string Of(ChargeReport report, CurveFile file, int? cycle, FileClock clock)
    {
        var text = new StringBuilder();
        Head(text, report, file, cycle, clock);
        Phases(text, report, clock);
        Findings(text, report, clock);
        Energy(text, report, clock);
        Features(text, report);
        Rows(text, report, clock);
        return text.ToString();
    }

    private static void Head(StringBuilder text, ChargeReport report, CurveFile file, int? cycle, FileClock clock)
    {
        var points = report.Curve.Points;
        var name = Path.GetFileName(file.Path) + (cycle is { } number ? $", cycle {number}" : "");
        var from = clock.Began(points[0].AtMs) is { } began ? $", from {began}" : "";
        text.AppendLine(Text($"{name}: {points.Count:N0} reading{(points.Count == 1 ? "" : "s")} over {Spans.Length((points[^1].AtMs - points[0].AtMs) / 1000d)}{from}, measured {(report.Features.Side == ChargeSide.Mains ? "at the mains" : "at the battery")}"));
        if (file.Skipped > 0) text.AppendLine(Text($"  {file.Skipped:N0} rows without a time or a current were left out"));
    }

    private static void Phases(StringBuilder text, ChargeReport report, FileClock clock)
    {
        text.AppendLine().AppendLine("Phases");
        var table = new TextTable("from", "to", "length", "phase", "sure").Right(0, 1, 2, 4);
        foreach (var span in report.Phases)
            table.Add(Spans.Place(clock.Seconds(span.FromMs)), Spans.Place(clock.Seconds(span.ToMs)), Spans.Length((span.ToMs - span.FromMs) / 1000d), Words.Plain(span.Phase), Text($"{span.Confidence * 100:0} %"));
        table.WriteTo(text);
    }

    private static void Findings(StringBuilder text, ChargeReport report, FileClock clock)
    {
        text.AppendLine().AppendLine("Findings");
        if (report.Findings.Count == 0)
        {
            text.AppendLine("  nothing");
            return;
        }

        var table = new TextTable("at", "severity", "kind", "what was seen, and what to do").Right(0);
        foreach (var finding in report.Findings)
            table.Add(Spans.Place(clock.Seconds(finding.AtMs)), FindingWords.Name(finding.Severity), FindingWords.Name(finding.Kind), $"{finding.Message}；{finding.Advice}");
        table.WriteTo(text);
    }

    private static void Energy(StringBuilder text, ChargeReport report, FileClock clock)
    {
        var energy = report.Energy;
        text.AppendLine().AppendLine("Energy");
        text.AppendLine($"  {Wh(energy.Wh)}, nine times of ten between {Wh(energy.LowWh)} and {Wh(energy.HighWh)}; known from {Source(energy)}");
        text.AppendLine(Text($"  charge {report.ChargeAh:0.000} Ah"));
        foreach (var fault in energy.Faults)
            text.AppendLine(Text($"  counter: {Words.Plain(fault.Kind)}, {fault.Count} time{(fault.Count == 1 ? "" : "s")}, first at {Spans.Place(clock.Seconds(fault.AtMs))}"));
    }

    private static string Source(EnergyEstimate energy) => energy.Source switch
    {
        EnergySource.Counter => energy.CounterShare >= 0.995 ? "the meter's counter" : Text($"the meter's counter for {energy.CounterShare * 100:0} %, the rest by its ratio to the current"),
        EnergySource.Power => "the power",
        _ => "current and voltage",
    };

    private static void Features(StringBuilder text, ChargeReport report)
    {
        var f = report.Features;
        text.AppendLine().AppendLine("Features");
        var lines = new List<(string Name, string? Value)>
        {
            ("plateau", Text($"{f.PlateauA:0.000} A")),
            ("constant current", Spans.Length(f.ConstantCurrentS)),
            ("taper", f.TaperS > 0 ? $"{Spans.Length(f.TaperS)}{(f.TaperTauS is { } tau ? $", time constant {Spans.Length(tau)}" : "")}" : null),
            ("trickle", f.TrickleS > 0 ? Spans.Length(f.TrickleS) : null),
            ("zero current", f.ZeroS > 0 ? Spans.Length(f.ZeroS) : null),
            ("interrupted", f.InterruptedS > 0 ? Spans.Length(f.InterruptedS) : null),
            ("silent", f.SilentS > 0 ? Spans.Length(f.SilentS) : null),
            ("voltage", f.FullV is { } full ? Text($"{f.FirstV:0.000} to {full:0.000} V") : null),
            ("ended full", f.EndedFull ? "yes" : "no"),
        };
        foreach (var (name, value) in lines)
            if (value is not null) text.AppendLine($"  {name,-18}{value}");
    }

    private static void Rows(StringBuilder text, ChargeReport report, FileClock clock)
    {
        if (report.Curve.Faults.Count == 0) return;
        text.AppendLine().AppendLine("Rows");
        foreach (var kind in report.Curve.Faults.GroupBy(f => f.Kind))
        {
            var each = kind.Take(4).Select(f => $"{Spans.Place(clock.Seconds(f.AtMs))}{(f.Seconds != 0 ? $" ({Spans.Length(f.Seconds)})" : "")}");
            text.AppendLine($"  {Words.Plain(kind.Key) + " ×" + kind.Sum(f => f.Count).ToString(CultureInfo.InvariantCulture),-18}{string.Join(", ", each)}{(kind.Count() > 4 ? ", …" : "")}");
        }
    }

    private static string Wh(double wh) => wh >= 100 ? Text($"{wh / 1000:0.000} kWh") : Text($"{wh:0.00} Wh");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
