using System.Globalization;
using System.Text;
using Sems.Analysis.Health;
using Sems.Analyze.Files;

namespace Sems.Analyze.Output;

/// <summary>A battery's health by cycle, for people.</summary>
internal static class BatteryTable
{
    private const int BarWidth = 40;

    public static string Of(IReadOnlyList<HealthEstimate> cycles, CurveFile file, double ratedAh, int cells)
    {
        var text = new StringBuilder();
        text.AppendLine(Text($"{Path.GetFileName(file.Path)}: {cycles.Count} charges, rated {ratedAh:0.###} Ah, {cells} cell{(cells == 1 ? "" : "s in series")}"));
        text.AppendLine("Health is the capacity in percent of the rated one, from that charge and those before it; nine times of ten it is in the interval.").AppendLine();
        var scale = "0" + "50".PadLeft(BarWidth / 2) + "100 %".PadLeft((BarWidth / 2) + 3);
        var table = new TextTable("cycle", "health", "interval", scale).Right(0, 1, 2);
        foreach (var cycle in cycles)
            table.Add(cycle.Cycle.ToString(CultureInfo.InvariantCulture), Text($"{cycle.SohPercent:0.0} %"), Text($"{cycle.Low:0.0} to {cycle.High:0.0} %"), Bar(cycle));
        table.WriteTo(text);
        return text.ToString();
    }

    /// <summary>Full up to the lower end of the interval, half up to its upper end.</summary>
    private static string Bar(HealthEstimate cycle)
    {
        var (low, high) = (Place(cycle.Low), Place(cycle.High));
        return new string('█', low) + new string('▒', Math.Max(0, high - low));
    }

    private static int Place(double percent) => (int)Math.Round(Math.Clamp(percent, 0, 110) / 100 * BarWidth);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
